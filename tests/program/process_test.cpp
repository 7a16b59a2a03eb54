#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

#include "program/run.h"

// What only a process of its own shows: closed and full outputs, signals.

namespace {

/// Runs in a child whose standard streams `prepare` has arranged. Returns its exit code, or minus the signal that
/// ended it.
int run_child(const std::vector<std::string>& words, const std::function<void()>& prepare) {
  const pid_t child = ::fork();
  if (child == 0) {
    prepare();
    std::vector<std::string> held{"assay"};
    held.insert(held.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (std::string& word : held) arguments.push_back(word.data());
    ::_exit(assay::run_program(static_cast<int>(arguments.size()), arguments.data()));
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void redirect(int descriptor, const char* path, int flags) {
  const int opened = ::open(path, flags);
  ::dup2(opened, descriptor);
}

void quiet() {
  redirect(STDERR_FILENO, "/dev/null", O_WRONLY);
}

const std::vector<std::string>& words() {
  static const std::vector<std::string> all{"audit", fixture("coal-through-a-trader")};
  return all;
}

TEST(Process, EndsWithTheExitCodeOfTheAudit) {
  EXPECT_EQ(run_child(words(),
                      [] {
                        quiet();
                        redirect(STDOUT_FILENO, "/dev/null", O_WRONLY);
                      }),
            1);
}

TEST(Process, EndsWithEightWhenTheDiskIsFull) {
  if (::access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full here";
  EXPECT_EQ(run_child(words(),
                      [] {
                        quiet();
                        redirect(STDOUT_FILENO, "/dev/full", O_WRONLY);
                      }),
            8);
}

TEST(Process, EndsWithEightWhenNobodyReads) {
  EXPECT_EQ(run_child(words(),
                      [] {
                        quiet();
                        int ends[2];
                        if (::pipe(ends) != 0) ::_exit(99);
                        ::close(ends[0]);
                        ::dup2(ends[1], STDOUT_FILENO);
                      }),
            8);
}

TEST(Process, EndsWithEightWhenStandardOutputIsClosed) {
  EXPECT_EQ(run_child(words(),
                      [] {
                        quiet();
                        ::close(STDOUT_FILENO);
                      }),
            8);
}

TEST(Process, WritesNoReportIntoAFileThatTookThePlaceOfAClosedStream) {
  const Folder folder;
  std::vector<std::string> more = words();
  more.insert(more.end(), {"--format", "json", "--output", folder.path("a.json"), "--format", "text"});
  EXPECT_EQ(run_child(more,
                      [] {
                        quiet();
                        ::close(STDOUT_FILENO);
                      }),
            8);
  EXPECT_EQ(folder.read("a.json").find("flagged: "), std::string::npos);
}

TEST(Process, EndsWithEightWhenAnInputIsCutShortWhileItIsRead) {
  EXPECT_EQ(run_child({"version"},
                      [] {
                        quiet();
                        redirect(STDOUT_FILENO, "/dev/null", O_WRONLY);
                        assay::prepare_process();
                        ::raise(SIGBUS);
                      }),
            8);
}

TEST(Process, WorksWithoutAnyArgumentAtAll) {
  const pid_t child = ::fork();
  if (child == 0) {
    quiet();
    ::_exit(assay::run_program(0, nullptr));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 2);
}

}  // namespace
