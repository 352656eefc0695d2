#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "sim/study/executor.h"

namespace sagsflow {

/// The words of the line, in the reader's language.
struct ProgressWords {
  std::string_view counted = "replications";
  std::string_view left = "left";
};

/// " 42 %  84/200 replications  1 min 5 s left"; without the time while nothing is done.
std::string progress_line(std::size_t done, std::size_t total, std::chrono::duration<double> elapsed,
                          const ProgressWords& words = {});

/// Whether a person watches standard error: it is a terminal that can erase a line.
bool standard_error_is_watched();

/// How often the line is drawn, and from when.
struct ProgressTimes {
  std::chrono::milliseconds delay{1000};
  std::chrono::milliseconds every{200};
};

/// One line that says how far the work is, drawn over itself from a second after the start and erased at the end.
/// Safe to tell from several threads.
class Progress {
 public:
  using Sink = std::function<void(std::string_view)>;

  /// On standard error, if `shown`; else silent.
  explicit Progress(bool shown, ProgressWords words = {});
  /// Into `sink`, which is called from one thread at a time; silent if it is empty.
  Progress(Sink sink, ProgressWords words, ProgressTimes times = {});
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void expect(std::size_t more) { total_ += more; }
  void done(std::size_t more = 1) { done_ += more; }
  /// Erases the line and draws no more.
  void finish();

 private:
  void draw_until_finished(ProgressTimes times);

  Sink sink_;
  ProgressWords words_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::atomic<std::size_t> done_ = 0;
  std::atomic<std::size_t> total_ = 0;
  std::mutex mutex_;
  std::condition_variable finish_;
  bool finished_ = false;
  std::thread drawer_;
};

/// Another executor whose tasks are counted by a Progress as they end.
class CountedExecutor final : public Executor {
 public:
  CountedExecutor(Executor& executor, Progress& progress) : executor_(executor), progress_(progress) {}
  void for_each(std::size_t count, const std::function<void(std::size_t)>& task) override;

 private:
  Executor& executor_;
  Progress& progress_;
};

}  // namespace sagsflow
