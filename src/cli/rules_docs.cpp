#include <algorithm>
#include <filesystem>

#include "base/failure.h"
#include "cli/output.h"
#include "cli/request.h"
#include "cli/rules_packs.h"
#include "report/layout.h"
#include "rules/tools/docs.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

/// A page of a rule that is gone would be read as if the rule were still asked.
void tell_of_strangers(const fs::path& folder, const std::vector<Page>& pages, Terminal& terminal) {
  std::vector<std::string> strangers;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool known =
        std::any_of(pages.begin(), pages.end(), [&name](const Page& page) { return page.file == name; });
    if (!known && name.ends_with(".md")) strangers.push_back(name);
  }
  std::sort(strangers.begin(), strangers.end());
  for (const std::string& name : strangers)
    terminal.err << "assay: note: " << safe((folder / name).generic_string(), 200)
                 << " is the page of no rule; remove it if its rule is gone\n";
}

std::vector<Option> options() {
  return {rules_option(), {"--verbose", "", "every diagnostic in full", "-v"}};
}

int run(const Arguments& arguments, Terminal& terminal) {
  NamedPacks packs;
  if (!load_named_packs(arguments, terminal, packs)) return static_cast<int>(Exit::rules_refused);
  const fs::path folder = arguments.operands.front();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Failure(Exit::io, "cannot make the folder " + folder.generic_string() + ": " + error.message());
  const std::vector<Page> pages = rule_pages(packs.loaded.rules, packs.files);
  for (const Page& page : pages)
    write_file((folder / page.file).generic_string(), [&page](std::ostream& out) { out << page.text; });
  tell_of_strangers(folder, pages, terminal);
  terminal.out << counted(pages.size(), "page") << " written\n";
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command rules_docs_command{"rules docs",
                                 "DIR",
                                 "write one page a rule, and indexes by theme and by law, into a folder",
                                 1,
                                 1,
                                 options(),
                                 {"assay rules docs docs/rules"},
                                 run};

}  // namespace assay
