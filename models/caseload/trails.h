#pragma once

#include <cstdint>
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
  struct Mark {
    std::uint32_t print;  ///< of what happened and when
    Because because;
  };
  struct Logged {
    std::uint32_t arrival, citizen;
    Mark mark;
  };
  /// The baseline's records of an arrival's citizens, one after another.
  struct Kept {
    std::vector<std::uint32_t> first;  ///< by citizen, and one more
    std::vector<Mark> marks;
  };
  struct Reader {
    std::uint32_t next = 0;  ///< how many marks agreed
    Course course = Course::same;
  };
  bool differs(const Because& because) const;

  const CompiledModel& model_;
  std::size_t arm_ = 0;
  std::vector<Logged> log_;
  std::vector<Kept> kept_;
  std::vector<std::vector<Reader>> readers_;  ///< by arrival and citizen
};

}  // namespace sagsflow
