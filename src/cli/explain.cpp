#include "report/explain.h"

#include "base/failure.h"
#include "base/text.h"
#include "cli/configuration.h"
#include "cli/request.h"

namespace assay {
namespace {

std::size_t only_one(const Audit& audit, const std::string& word) {
  const std::vector<std::size_t> found = find_findings(audit, word);
  if (found.size() == 1) return found.front();
  const std::string named = '"' + escape_for_terminal(word) + '"';
  if (found.empty())
    throw Failure(Exit::usage, "no finding is called " + named + "; this audit has " +
                                   std::to_string(audit.evaluation.findings.size()) +
                                   ", F-1 and so on, or the first four characters of a fingerprint");
  std::string ids;
  for (std::size_t i = 0; i < found.size() && i < 5; ++i)
    ids += (i == 0 ? "F-" : ", F-") + std::to_string(found[i] + 1);
  throw Failure(Exit::usage, named + " fits several findings: " + ids + (found.size() > 5 ? " …" : ""));
}

std::vector<Option> options() {
  std::vector<Option> all = request_options();
  const std::vector<Option> display = display_options();
  all.insert(all.end(), display.begin(), display.end());
  return all;
}

int run(const Arguments& given, Terminal& terminal) {
  const Arguments arguments = with_configuration(given, Takes::request, 1, terminal);
  const std::unique_ptr<Audit> audit = run_and_tell(arguments, 1, terminal);
  if (!audit->evaluated) return static_cast<int>(audit->exit);
  write_explanation(*audit, only_one(*audit, arguments.operands.front()), write_options_of(arguments, terminal, true),
                    terminal.out);
  check_inputs_unchanged(*audit);
  return static_cast<int>(audit->exit == Exit::input_refused ? audit->exit : Exit::clear);
}

}  // namespace

const Command explain_command{"explain",
                              "FINDING PATH...",
                              "the proof of one finding, or what is missing to decide it; FINDING is F-3 or the "
                              "beginning of a fingerprint, PATH... and options those of the audit",
                              2,
                              100000,
                              options(),
                              {"assay explain F-1 data/", "assay explain 9c1f4e data/ --as-of 2017-11-01"},
                              run};

}  // namespace assay
