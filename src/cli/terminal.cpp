#include "cli/terminal.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/failure.h"

namespace assay {
namespace {

extern "C" void input_was_cut(int) {
  constexpr std::string_view sentence = "error: an input was cut short or became unreadable while it was read\n";
  const ssize_t written = ::write(STDERR_FILENO, sentence.data(), sentence.size());
  static_cast<void>(written);  // there is nobody left to tell
  ::_exit(static_cast<int>(Exit::io));
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 40) return 100;
  return size.ws_col;
}

}  // namespace

Terminal standard_terminal() {
  Terminal terminal{std::cout, std::cerr};
  terminal.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  terminal.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  terminal.colour_unwanted = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
  if (terminal.out_is_terminal) terminal.width = terminal_width();
  terminal.environment = {variable("ASSAY_CONFIG"), variable("ASSAY_DB"), variable("HOME")};
  return terminal;
}

void prepare_process() {
  std::signal(SIGPIPE, SIG_IGN);
#ifdef SIGXFSZ
  std::signal(SIGXFSZ, SIG_IGN);
#endif
  struct sigaction action {};
  action.sa_handler = input_was_cut;
  ::sigaction(SIGBUS, &action, nullptr);
  // A closed standard stream is replaced by one that cannot be used, so that writing to it fails as it should.
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    const int opened = ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened != -1 && opened != descriptor) ::dup2(opened, descriptor);
  }
  std::ios::sync_with_stdio(false);
}

void finish_output(Terminal& terminal) {
  terminal.out.flush();
  if (!terminal.out) throw Failure(Exit::io, "cannot write all results to standard output");
}

}  // namespace assay
