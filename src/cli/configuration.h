#pragma once

#include <vector>

#include "cli/command.h"

namespace assay {

/// How much of an assay.yaml a command takes.
enum class Takes {
  everything,  ///< `audit`
  request,     ///< what is audited and how it is judged, not where its report goes: explain, why-not, ask
  store        ///< only which store
};

/// --config FILE and --no-config
std::vector<Option> configuration_options();

/// The arguments, and behind them what the environment and assay.yaml add. The command line wins over the
/// environment, and that over the file: what is given on the command line is not taken from either. The file is the
/// one that
/// --config names, else ASSAY_CONFIG, else the nearest one above the first input (the operand of that number; the
/// current folder where there is none); none with --no-config.
///
/// Says on stderr which file is used, with --verbose or when it holds what may change a verdict: it may have come
/// with the data. Throws Failure(usage) for every mistake in the file, after each was told with its place.
Arguments with_configuration(const Arguments& given, Takes takes, std::size_t first_input, Terminal& terminal);

}  // namespace assay
