#include "cli/keep.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include <fmt/format.h>

#include "audit/packs.h"
#include "base/failure.h"
#include "base/text.h"
#include "base/version.h"
#include "cli/configuration.h"
#include "cli/request.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view usual_store = "assay.db";

/// The options that decide what a report says. The day is kept in any case; files and packs are kept themselves.
constexpr std::array<std::string_view, 12> options_that_count{"--select",
                                                              "--ignore",
                                                              "--expect-rows",
                                                              "--fail-on",
                                                              "--fail-on-open",
                                                              "--include",
                                                              "require",
                                                              "scope.company",
                                                              "scope.importer-of-record",
                                                              "scope.jurisdictions",
                                                              "scope.period.from",
                                                              "scope.period.to"};

bool counts(std::string_view option) {
  return std::find(options_that_count.begin(), options_that_count.end(), option) != options_that_count.end();
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end() || (end->empty() && std::next(end) == folder.end());
}

void check_beside_inputs(const std::string& store, const std::vector<std::string>& inputs) {
  std::error_code error;
  const fs::path file = fs::weakly_canonical(store, error);
  for (const std::string& input : inputs)
    if (!error && lies_in(file, fs::weakly_canonical(input, error)))
      throw Failure(Exit::usage, "--db " + escape_for_terminal(store) +
                                     " would lie among the inputs; name a file outside of " +
                                     escape_for_terminal(input));
}

Arguments arguments_of(const KeptAudit& kept) {
  Arguments arguments;
  for (const auto& [name, value] : kept.options)
    if (name == "--as-of" || counts(name)) arguments.options.push_back({name, value});
  return arguments;
}

}  // namespace

Option db_option(std::string_view says) {
  return {"--db", "FILE", says};
}

std::vector<Option> read_store_options() {
  std::vector<Option> options{db_option("the store (default: assay.db)")};
  for (Option& option : configuration_options()) options.push_back(std::move(option));
  return options;
}

std::optional<Store> store_to_keep_in(const Arguments& arguments) {
  if (!arguments.has("--db") || arguments.has("--no-store")) return std::nullopt;
  const std::string file = arguments.text("--db");
  check_beside_inputs(file, arguments.operands);
  return Store::open_or_create(file);
}

void keep_and_tell(const Audit& audit, const Arguments& arguments, Store& store, Terminal& terminal) {
  const std::string file = escape_for_terminal(arguments.text("--db"));
  if (!audit.evaluated) {
    terminal.err << "not kept in " << file << ": nothing was examined\n";
    return;
  }
  std::vector<std::pair<std::string, std::string>> options{{"--as-of", day_to_string(audit.as_of)}};
  for (const Given& given : arguments.options)
    if (counts(given.option)) options.emplace_back(given.option, given.value);
  KeptAudit kept = kept_audit(audit, std::string(program_version), std::move(options));
  store.save(kept);
  if (!arguments.has("--quiet"))
    terminal.err << "kept as audit " << std::to_string(kept.is.number) << " in " << file << ", head " << kept.is.head
                 << '\n';
}

Store store_to_read(const Arguments& arguments, Terminal& terminal) {
  Arguments from_here = arguments;
  from_here.operands.clear();  // they name an audit, no input
  return Store::open(with_configuration(from_here, Takes::store, 0, terminal).text("--db", usual_store));
}

std::uint64_t audit_number(const Arguments& arguments, const Store& store) {
  if (arguments.operands.empty()) {
    const std::vector<AuditHead> heads = store.list();
    if (heads.empty()) throw Failure(Exit::usage, "the store holds no audit");
    return heads.back().number;
  }
  const std::string& word = arguments.operands.front();
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size())
    throw Failure(Exit::usage, "an audit is named by its number, not \"" + escape_for_terminal(word) +
                                   "\"; assay audits list has them all");
  return number;
}

Again make_again(const KeptAudit& kept) {
  AuditRequest request;
  try {
    request = request_of(arguments_of(kept));
  } catch (const Failure& failure) {
    throw Failure(Exit::integrity, fmt::format("the options of audit {} are not what the program keeps: {}",
                                               kept.is.number, failure.what()));
  }
  return make_again(kept, request);
}

std::string difference_text(const KeptAudit& kept, const Again& again) {
  std::string text = fmt::format("audit {} is not the same again: its JSON report differs from line {} on\n",
                                 kept.is.number, again.differs_in_line);
  if (kept.is.program != program_version)
    text += fmt::format("it was made by assay {}, this is assay {}\n", escape_for_terminal(kept.is.program),
                        program_version);
  else
    text += fmt::format(
        "both were made by assay {} from the same bytes: another build of the program, or a fault in "
        "it\n",
        program_version);
  if (!again.audit->evaluated) {
    text += "this program refuses the rule pack that was kept\n";
    for (const Diagnostic& diagnostic : again.audit->diagnostics) text += format_diagnostic(diagnostic) + '\n';
  }
  return text;
}

std::string pack_remark(const Audit& again) {
  LoadedPacks shipped;
  Diagnostics diagnostics;
  if (!load_packs({shipped_pack()}, shipped, diagnostics)) return {};
  std::string text;
  for (const PackInfo& now : shipped.rules.packs)
    for (const PackInfo& then : again.packs.rules.packs)
      if (now.id == then.id && now.digest != then.digest)
        text += fmt::format(
            "rule pack {} was {} (sha256 {}) and was used as it was kept; this program ships {} "
            "(sha256 {})\n",
            escape_for_terminal(then.id), escape_for_terminal(then.version), then.digest,
            escape_for_terminal(now.version), now.digest);
  return text;
}

}  // namespace assay
