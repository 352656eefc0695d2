#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "models/caseload/compiled_model.h"
#include "models/caseload/notes.h"
#include "models/results/citizen_rows.h"

namespace sagsflow {

/// The records of the cohort's citizens in one replication: those of the baseline are kept, those of another arm are
/// held against them while it runs, up to where they first differ. The difference is direct if what happens there, in
/// either arm, follows from a rule that differs between the arms; else the citizen only meets other queues.
class Trails {
 public:
  using Course = sagsflow::Course;

  explicit Trails(const CompiledModel& model) : model_(model), kept_(model.catalogue.arrivals.size()) {}

  /// What is noted from now on is of this arm; the baseline, 0, comes first.
  void begin_arm(std::size_t arm);
  void note(std::uint32_t arrival, std::uint32_t citizen, const Note& note);
  /// No more will be noted of this arm.
  void end_arm();

  /// How the citizen's record in the arm that was noted last differs from that in the baseline.
  Course course(std::uint32_t arrival, std::uint32_t citizen) const;

 private:
  /// One for everything that happens to anyone in the baseline, so no larger than it must be.
  struct Mark {
    explicit Mark(const Note& note);
    Because because() const { return {static_cast<Because::Kind>(rule >> kNumberBits), rule & kNumbers}; }

    static constexpr std::uint32_t kNumberBits = 28, kNumbers = (1U << kNumberBits) - 1;
    std::uint32_t print;           ///< of what happened and when
    std::uint32_t rule;            ///< that it follows from: a Because's kind above its number
    std::uint32_t next = kNobody;  ///< the same citizen's next mark
  };
  /// The first and the last of a citizen's marks.
  struct Ends {
    std::uint32_t first = kNobody, last = kNobody;
  };
  struct Reader {
    std::uint32_t next;  ///< the first mark that has not been met
    Course course = Course::same;
  };
  void keep(std::uint32_t arrival, std::uint32_t citizen, const Note& note);
  bool differs(const Because& because) const;

  const CompiledModel& model_;
  std::size_t arm_ = 0;
  std::deque<Mark> marks_;  ///< of the baseline, in the order of time, in which the others come to read them
  std::vector<std::vector<Ends>> kept_;       ///< by arrival and citizen
  std::vector<std::vector<Reader>> readers_;  ///< by arrival and citizen
};

}  // namespace sagsflow
