#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace assay {

/// What a run takes from the environment of the process; empty where it is not set.
struct Environment {
  std::string config;  ///< ASSAY_CONFIG: the file to use as assay.yaml
  std::string store;   ///< ASSAY_DB: the store
  std::string home;    ///< HOME: above it no assay.yaml is looked for
};

/// Where a run writes, and what it may assume of it. Results go to `out`, all else to `err`.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colour_unwanted = false;  ///< NO_COLOR is set, or the terminal is a dumb one
  std::size_t width = 100;  ///< columns; 100 where there is no terminal, so that the output does not depend on it
  Environment environment = {};
};

/// The standard streams of the process.
Terminal standard_terminal();

/// Ignores SIGPIPE (a broken pipe is an I/O error like any other), makes SIGBUS (a mapped input was cut short) end
/// with exit 8, and sees that files which are opened later cannot become standard input, output or error.
void prepare_process();

/// Flushes the results. Throws Failure(io) when not all of them could be written (a full disk, a closed pipe).
void finish_output(Terminal& terminal);

}  // namespace assay
