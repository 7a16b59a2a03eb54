#include "report/ask.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include <fmt/format.h>

#include "base/failure.h"
#include "base/text.h"
#include "cli/configuration.h"
#include "cli/output.h"
#include "cli/request.h"
#include "report/layout.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

std::vector<Option> options() {
  std::vector<Option> all{{"--all", "", "one sheet for every party that something is asked of, instead of one PARTY"},
                          {"--output", "DIR", "write sheets, letters and empty tables there", "-o"}};
  for (const std::vector<Option>& more : {request_options(), display_options()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::string lower(std::string_view text) {
  std::string out(trim(text));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// By name, by the id of reports, or by the only name that begins so.
Sheet only_one(std::vector<Sheet> sheets, const std::string& word) {
  const std::string wanted = lower(word);
  std::vector<std::size_t> begin;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string name = lower(sheets[i].party.name);
    if (name == wanted || lower(sheets[i].party.id) == wanted) return std::move(sheets[i]);
    if (name.starts_with(wanted)) begin.push_back(i);
  }
  if (begin.size() == 1) return std::move(sheets[begin.front()]);
  std::string names;
  for (std::size_t i = 0; i < std::min<std::size_t>(sheets.size(), 5); ++i)
    names.append(i == 0 ? "" : "; ").append(safe(sheets[i].party.name));
  if (sheets.size() > 5) names += fmt::format("; and {} more", sheets.size() - 5);
  throw Failure(Exit::usage, fmt::format("nothing is to be asked of one party \"{}\"; {}", escape_for_terminal(word),
                                         names.empty() ? "no party can be asked anything"
                                                       : "something is to be asked of: " + names));
}

/// "03-qinhuangdao-beishan": no name of a file comes from a cell but for its letters and digits.
std::string file_name(std::size_t number, const std::string& party) {
  std::string slug;
  for (const char c : lower(party)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
    if (slug.size() >= 40) break;
  }
  while (slug.ends_with('-')) slug.pop_back();
  return fmt::format("{:02}{}{}", number, slug.empty() ? "" : "-", slug);
}

bool asks(const Sheet& sheet, SheetQuestion::Form form) {
  return std::any_of(sheet.questions.begin(), sheet.questions.end(),
                     [form](const SheetQuestion& one) { return one.form == form; });
}

struct Page {
  fs::path path;
  std::function<void(std::ostream&)> write;
};

/// The sheet and the letter; and where something has to be listed, the table for it with no row yet.
std::vector<Page> pages_of(const Sheet& sheet, const Audit& audit, const fs::path& folder, std::size_t number) {
  const std::string name = file_name(number, sheet.party.name);
  std::vector<Page> pages{
      {folder / (name + ".csv"), [&sheet](std::ostream& out) { write_sheet(sheet, out); }},
      {folder / (name + ".md"), [&sheet, &audit](std::ostream& out) { write_letter(sheet, audit, out); }}};
  if (asks(sheet, SheetQuestion::Form::inputs))
    pages.push_back({folder / (name + "-purchases.csv"), [](std::ostream& out) {
                       out << "\xEF\xBB\xBFshipment_id,date,supplier,buyer,commodity,hs_code,quantity_t,"
                              "origin_country,load_port,load_country,document\r\n";
                     }});
  if (asks(sheet, SheetQuestion::Form::workers) || asks(sheet, SheetQuestion::Form::all_workers))
    pages.push_back({folder / (name + "-workers.csv"), [](std::ostream& out) {
                       out << "\xEF\xBB\xBFsite,employer,labour_provider,workers_nationality,workers_count,"
                              "from,to\r\n";
                     }});
  if (asks(sheet, SheetQuestion::Form::owners))
    pages.push_back({folder / (name + "-owners.csv"),
                     [](std::ostream& out) { out << "\xEF\xBB\xBFsource,relation,target,share_pct,from,to\r\n"; }});
  return pages;
}

void write_pages(const std::vector<Sheet>& sheets, const Audit& audit, const std::string& where, Terminal& terminal) {
  const fs::path folder = fs::path(where).lexically_normal();
  std::vector<Page> pages;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    for (Page& page : pages_of(sheets[i], audit, folder, i + 1)) pages.push_back(std::move(page));
  std::error_code error;
  for (const Page& page : pages)  // it may hold answers
    if (fs::exists(fs::symlink_status(page.path, error)))
      throw Failure(Exit::usage, escape_for_terminal(page.path.generic_string()) +
                                     " is there already; nothing was written, name another folder");
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder, error))
    throw Failure(Exit::io, "cannot make the folder " + escape_for_terminal(folder.generic_string()));
  for (const Page& page : pages) write_file(page.path.string(), page.write);
  std::size_t number = 0;
  for (const Sheet& sheet : sheets)
    terminal.out << file_name(++number, sheet.party.name)
                 << ".csv, .md: " << counted(sheet.questions.size(), "question") << " to " << safe(sheet.party.name)
                 << '\n';
  terminal.out << counted(sheets.size(), "sheet") << " written to " << escape_for_terminal(folder.generic_string())
               << "; give the answered ones to assay audit together with your tables\n";
}

int run(const Arguments& given, Terminal& terminal) {
  const bool all = given.has("--all");
  const Arguments arguments = with_configuration(given, Takes::request, all ? 0 : 1, terminal);
  if (!all && arguments.operands.size() < 2)
    throw Failure(Exit::usage, "assay ask needs a PARTY and a PATH, or --all and a PATH");
  if (all && !arguments.has("--output"))
    throw Failure(Exit::usage, "assay ask --all writes files: say where with --output DIR");
  const std::unique_ptr<Audit> audit = run_and_tell(arguments, all ? 0 : 1, terminal);
  if (!audit->evaluated) return static_cast<int>(audit->exit);
  std::vector<Sheet> sheets = sheets_of(*audit);
  if (!all) {
    Sheet one = only_one(std::move(sheets), arguments.operands.front());
    sheets.clear();
    sheets.push_back(std::move(one));
  }
  if (arguments.has("--output"))
    write_pages(sheets, *audit, arguments.text("--output"), terminal);
  else
    write_letter(sheets.front(), *audit, terminal.out);
  check_inputs_unchanged(*audit);
  return static_cast<int>(audit->exit == Exit::input_refused ? audit->exit : Exit::clear);
}

}  // namespace

const Command ask_command{"ask",
                          "PARTY|--all PATH...",
                          "what to ask a supplier, in English and Chinese: a sheet to be filled in, and a letter",
                          1,
                          100000,
                          options(),
                          {"assay ask --all data/ --output letters", "assay ask \"Example Smelting Co.\" data/"},
                          run};

}  // namespace assay
