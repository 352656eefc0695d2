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
///
/// A citizen is touched by the trials while it is in a status or a step that has a rule that differs in some arm, and
/// then to the end of that instant. Only then can anything follow from such a rule. So only stretches where a citizen
/// is touched are kept mark by mark. Between them a digest will do: where records differ there, it is knock-on,
/// wherever it is.
class Trails {
 public:
  using Course = sagsflow::Course;

  explicit Trails(const CompiledModel& model);

  /// What is noted from now on is of this arm; the baseline, 0, comes first.
  void begin_arm(std::size_t arm);
  void note(std::uint32_t arrival, std::uint32_t citizen, const Note& note);
  /// Whether it must be told when a citizen leaves the step.
  bool asks_of(std::uint32_t step) const { return arm_ == 0 && steps_[step]; }
  /// The citizen's stay in such a step has ended, in whatever way.
  void left(std::uint32_t arrival, std::uint32_t citizen, Time now);
  /// No more will be noted of this arm.
  void end_arm();

  /// How the citizen's record in the arm that was noted last differs from that in the baseline.
  Course course(std::uint32_t arrival, std::uint32_t citizen) const;

 private:
  enum class Place : std::uint8_t {
    untouched,  ///< up to here; value: the digest of what is noted
    touched,    ///< value: in the baseline, who of touched_; in another arm, the mark that is to be met
    between,    ///< in another arm; value: the last stretch
    known       ///< value: the course
  };
  /// One for everyone in the cohort, so no larger than it must be.
  struct Record {
    static constexpr int kBits = 62;
    Record() = default;
    Record(Place where, std::uint64_t what) : place(where), value(what & ((std::uint64_t{1} << kBits) - 1)) {}
    explicit Record(Course course) : Record(Place::known, static_cast<std::uint64_t>(course)) {}

    Place place : 64 - kBits = Place::untouched;
    std::uint64_t value : kBits = 0;
  };
  static_assert(sizeof(Record) == 8);
  /// Something that happens in the baseline to someone who is touched.
  struct Mark {
    Because because() const { return {static_cast<Because::Kind>(rule >> kNumberBits), rule & kNumbers}; }

    static constexpr std::uint32_t kNumberBits = 28, kNumbers = (1U << kNumberBits) - 1;
    std::uint32_t print;  ///< of what happened and when
    std::uint32_t rule;   ///< that it follows from: a Because's kind above its number
    std::uint32_t next;   ///< the stretch's next mark; after its last kEnd and the stretch
  };
  static constexpr std::uint32_t kEnd = 1U << 31;
  struct Stretch {
    std::uint64_t before;          ///< the digest since the one before, or from the first
    std::uint32_t first;           ///< mark, or kEnd and itself
    std::uint32_t next = kNobody;  ///< the same citizen's
  };
  /// Who is touched in the baseline at some time.
  struct Touched {
    std::uint32_t first, last;          ///< stretch
    std::uint32_t last_mark = kNobody;  ///< of the last stretch
    std::uint16_t steps = 0;            ///< stays, in those that touch
    bool in_status = false;             ///< in one that touches
    bool for_good = false;              ///< what is noted may not show when it ends
    Time until{};                       ///< the end of this instant, if by neither
    bool is_over = false;               ///< the last stretch
    std::uint64_t since = 0;            ///< the digest from there on
  };
  bool sometimes_kept(std::uint32_t procedure) const;
  void keep(std::uint32_t arrival, std::uint32_t citizen, const Note& note);
  void touch(Record& record, Time now);
  void begin_stretch(Touched& touched);
  void add_mark(Touched& touched, const Note& note);
  void hold_to_rules(Touched& touched, const Note& note) const;
  void read_touched(const Record& kept, Record& reader, const Note& note);
  Record met(const Record& reader, const Note& note) const;
  Record entered(std::uint32_t stretch, std::uint64_t digest) const;
  Record first_entered(const Record& kept, std::uint64_t digest) const;
  Course course_at_end(const Record& kept, const Record& reader) const;
  bool touches(const Note& note) const;
  bool differs(const Because& because) const;

  const CompiledModel& model_;
  std::vector<bool> arrivals_, statuses_, steps_;  ///< that touch
  std::vector<bool> unsure_;                       ///< procedures that some rules keep and others do not
  std::size_t arm_ = 0;
  std::deque<Mark> marks_;  ///< in the order of time, in which the other arms come to read them
  std::deque<Stretch> stretches_;
  std::deque<Touched> touched_;
  std::vector<std::uint64_t> between_;        ///< by touched_: in another arm, the digest since the last stretch
  std::vector<std::deque<Record>> kept_;      ///< by arrival and citizen; no room for more than there are
  std::vector<std::vector<Record>> readers_;  ///< by arrival and citizen
};

}  // namespace sagsflow
