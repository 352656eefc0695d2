#include "sim/engine/event_queue.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <vector>

#include "goals.h"
#include "quaternary_heap.h"
#include "sim/random/chance.h"
#include "sim/random/exact_math.h"

namespace sagsflow::bench {
namespace {

/// Exponential gaps of mean a day, drawn beforehand: what is timed is the queue.
std::vector<Span> gaps() {
  const Chance chance(1, 0);
  std::vector<Span> all(std::size_t{1} << 16);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double gap = -exact::log(chance.draw({i, 0}).value) * static_cast<double>(kDay.count());
    all[i] = Span(static_cast<std::int64_t>(gap));
  }
  return all;
}

/// What a plain program would queue.
struct PlainEvent {
  std::int64_t time;
  std::uint64_t sequence;
  std::uint32_t index;
  int phase;
  bool operator>(const PlainEvent& other) const {
    if (time != other.time) return time > other.time;
    return phase != other.phase ? phase > other.phase : sequence > other.sequence;
  }
};

class Ours {
 public:
  void push(Time at) { queue_.push(at, Phase::exit, 7); }
  Time pop() {
    const Time now = queue_.time_of(queue_.top());
    queue_.pop();
    return now;
  }

 private:
  EventQueue queue_{Time{}};
};

class Heap {
 public:
  void push(Time at) { heap_.push(Event(at - Time{}, Phase::exit, ++sequence_, 7)); }
  Time pop() {
    const Time now = Time{} + heap_.top().since_begin();
    heap_.pop();
    return now;
  }

 private:
  QuaternaryHeap<Event> heap_;
  std::uint64_t sequence_ = 0;
};

class Standard {
 public:
  void push(Time at) { queue_.push({at.time_since_epoch().count(), ++sequence_, 7, 5}); }
  Time pop() {
    const Time now{Span(queue_.top().time)};
    queue_.pop();
    return now;
  }

 private:
  std::priority_queue<PlainEvent, std::vector<PlainEvent>, std::greater<>> queue_;
  std::uint64_t sequence_ = 0;
};

/// The hold model (Jones 1986): the earliest event happens and schedules one, over and over.
template <class Queue>
class Hold {
 public:
  explicit Hold(std::size_t pending) {
    for (std::size_t i = 0; i < pending; ++i) queue_.push(Time{} + next_gap());
  }
  /// Processor nanoseconds of one pop and push.
  double timed(std::size_t holds) {
    const double start = processor_seconds();
    for (std::size_t i = 0; i < holds; ++i) queue_.push(queue_.pop() + next_gap());
    return (processor_seconds() - start) * 1e9 / static_cast<double>(holds);
  }

 private:
  Span next_gap() { return gaps_[++at_ & (gaps_.size() - 1)]; }
  const std::vector<Span> gaps_ = gaps();
  std::size_t at_ = 0;
  Queue queue_;
};

double median(std::vector<double>& values) {
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

void hold(benchmark::State& state) {
  const auto pending = static_cast<std::size_t>(state.range(0));
  const std::size_t holds = std::max<std::size_t>(200'000, 2 * pending);
  Hold<Ours> ours(pending);
  Hold<Heap> heap(pending);
  Hold<Standard> standard(pending);
  ours.timed(holds);
  heap.timed(holds);
  standard.timed(holds);
  std::vector<double> our_times, heap_times, standard_times, ratios;
  for (auto _ : state) {
    standard_times.push_back(standard.timed(holds));
    our_times.push_back(ours.timed(holds));
    heap_times.push_back(heap.timed(holds));
    ratios.push_back(standard_times.back() / our_times.back());
    state.SetIterationTime(our_times.back() * static_cast<double>(holds) * 1e-9);
  }
  state.counters["ns"] = median(our_times);
  state.counters["4-ary_heap_ns"] = median(heap_times);
  state.counters["priority_queue_ns"] = median(standard_times);
  state.counters["ratio"] = median(ratios);
  // The 30, 40 and 300 ns aimed at, on a machine where std::priority_queue takes 42, 90 and 400.
  if (pending >= 100) state.counters["goal"] = pending == 100 ? 1.4 : pending == 10'000 ? 2.25 : 1.33;
}
BENCHMARK(hold)->Arg(2)->Arg(100)->Arg(10'000)->Arg(1'000'000)->UseManualTime()->Iterations(9);

}  // namespace
}  // namespace sagsflow::bench

int main(int argc, char** argv) {
  return sagsflow::bench::run_benchmarks(argc, argv);
}
