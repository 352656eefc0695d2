#include "cli/launch/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace sagsflow {
namespace {

constexpr std::string_view kErase = "\r\x1b[K";  ///< ECMA-48 (1991) EL: from the cursor to the end of the line

std::string time_text(double seconds) {
  const auto whole = std::llround(std::ceil(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

void to_standard_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, std::chrono::duration<double> elapsed,
                          const ProgressWords& words) {
  const std::size_t percent = total == 0 ? 0 : std::min<std::size_t>(100, done * 100 / total);
  std::string line = fmt::format("{:3} %  {}/{} {}", percent, done, total, words.counted);
  if (done > 0 && total > done) {
    const double left = elapsed.count() / static_cast<double>(done) * static_cast<double>(total - done);
    line += fmt::format("  {} {}", time_text(left), words.left);
  }
  return line;
}

bool standard_error_is_watched() {
  const char* terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

Progress::Progress(bool shown, ProgressWords words) : Progress(shown ? Sink(to_standard_error) : Sink(), words) {}

Progress::Progress(Sink sink, ProgressWords words, ProgressTimes times) : sink_(std::move(sink)), words_(words) {
  if (sink_) drawer_ = std::thread([this, times] { draw_until_finished(times); });
}

Progress::~Progress() {
  finish();
}

void Progress::finish() {
  {
    const std::lock_guard lock(mutex_);
    finished_ = true;
  }
  finish_.notify_all();
  if (drawer_.joinable()) drawer_.join();
}

void Progress::draw_until_finished(ProgressTimes times) {
  std::unique_lock lock(mutex_);
  if (finish_.wait_for(lock, times.delay, [this] { return finished_; })) return;
  do {
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    sink_(std::string(kErase) + progress_line(done_, total_, elapsed, words_));
  } while (!finish_.wait_for(lock, times.every, [this] { return finished_; }));
  sink_(kErase);
}

void CountedExecutor::for_each(std::size_t count, const std::function<void(std::size_t)>& task) {
  progress_.expect(count);
  executor_.for_each(count, [&](std::size_t i) {
    task(i);
    progress_.done();
  });
}

}  // namespace sagsflow
