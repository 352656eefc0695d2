#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "models/load/spell.h"

namespace sagsflow {

/// One stay in a status, followed through time.
class Stay {
 public:
  Stay(const RuleSet& set, Courses& courses, const StatusDefinition& status, const Profile& profile);
  Spell follow();

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr double kLongestStay = 365.25 * 400;
  static constexpr double kLongestWithoutExit = 365.25 * 60;
  static constexpr int kSmoothPoints = 48;
  static constexpr int kMostDueTimes = 2000;
  static constexpr int kExactDueTimes = 20;  ///< what they lead to is on the grid

  /// Those who wait for an exponential time, over `left` when it was planned.
  struct Wait {
    double mean;                  ///< days
    std::vector<double> joining;  ///< by time of the grid: who begins to wait there
    double waiting = 0.0;         ///< now
  };
  /// Starts at smooth times.
  struct Plan {
    std::vector<double> starts;  ///< by cell: those known beforehand, over `left` when they were planned
    std::vector<Wait> waits;
  };
  /// What starts procedures: a procedure of `on_enter`, or a duty.
  struct Source {
    const Choice<std::string>* starts = nullptr;
    const DutyDefinition* duty = nullptr;
    LawMix first = {}, every = {};
    double ahead = 0, until = std::numeric_limits<double>::infinity();
    int times = std::numeric_limits<int>::max();
    bool held_by_end = true;
    bool inert = false;  ///< nothing that it starts changes the status or a trait of profiles
    /// What is left of one who was in the group (of whom its `when` holds) from the beginning, but for what the source
    /// itself did.
    double left = 1.0, left_before = 1.0;  ///< now, and at the beginning of the cell
    /// The same of one whose procedure is under way, wherever its traits have taken it.
    double going = 1.0, going_before = 1.0;
    std::vector<Plan> plans = {};  ///< by how often it was held
    /// `going` on the grid: when a time is reached, and when all is done there.
    std::vector<double> on_reaching = {}, afterwards = {};
    std::vector<double> decay = {};  ///< of its log, a day, in the cell before each time
  };
  /// A course begun by citizens of one kind; `before` and `after` are the kinds that its visits are made in.
  struct Begin {
    const Course* course;
    double weight;
    std::vector<std::size_t> before, after;
    std::vector<std::size_t> acts = {};  ///< visits that bear on the stay: they change the status or a trait
    Holding holding = {};                ///< of the duty that begins it
    /// By the course's times: of those begun, who are still in the status then, and all.
    std::vector<ByAge> staying = {}, all = {};
  };
  /// One of the ways that an exit leads, for citizens of one kind.
  struct WayOut {
    std::size_t status;
    double weight, share;
    std::optional<std::size_t> number = {};  ///< among the ways taken
  };
  /// Those of one profile.
  struct Kind {
    Profile profile;
    double mass = 0;                            ///< the share of the stays that are here now
    std::vector<double> speeds;                 ///< of the exits
    std::vector<std::uint8_t> groups;           ///< whether its `when` holds, by source
    std::vector<std::vector<Begin>> begins;     ///< by source: what it starts; filled when first wanted
    std::vector<double> history;                ///< mass on the grid
    std::vector<std::vector<WayOut>> ways_out;  ///< by exit; filled when first wanted
  };
  class Going;
  /// What has begun, to be counted when the whole stay is known.
  struct Begun {
    std::size_t source, kind, begin, at;  ///< `at`: of the grid, not after `time`
    double time, amount;
  };
  /// A start at a certain time; `amount` is over `left` when it was planned.
  struct Start {
    std::size_t source;
    double time, due, amount;
    int held;
  };
  /// Something that a procedure does at a certain time; `amount` is over `going` when it began.
  struct Pending {
    enum class What { leave, held, missed };
    What what;
    std::size_t source;
    std::size_t kind, begin, visit;  ///< when it began
    double amount, time, due;
    int held;
    std::size_t next = kNone;  ///< at the same time of the grid
  };
  /// In the order in which they came to be known.
  struct PendingList {
    std::size_t first = kNone, last = kNone;
  };

  void read(Source& source);
  bool is_inert(const DutyDefinition& duty) const;
  /// Whether what the one starts keeps the other from starting, and the other way round: nobody then has both.
  bool exclude_each_other(std::size_t one, std::size_t other) const;
  bool keeps_from_starting(const Source& source, const Source& other) const;
  void note_other_holders(const DutyDefinition& duty);
  void make_grid();
  void add_times_of_course(const Source& source, std::vector<double>& times);
  void add_due_times(const Source& source, double end, std::vector<double>& times);
  void add_certain_due_times(const Source& source, double end, std::vector<double>& times);
  std::size_t nearest(double days, std::size_t at_least) const;
  std::size_t kind(const Profile& profile);
  double speed(const ExitDefinition& exit, const Profile& profile) const;
  double left() const;
  double group(std::size_t source) const;
  Spell result();

  // Events come in pairs: plan and start, start and what is pending.
  void plan(std::size_t source, double base, double now, std::size_t from, double amount, int held, const LawMix& law);
  void plan_smooth(Source& source, double base, std::size_t from, double amount, int held, const LawMix& law);
  void plan_part(const Source& source, Plan& plan, double base, std::size_t from, double amount,
                 const SmoothPart& part) const;
  void plan_memoryless(const Source& source, Plan& plan, double base, std::size_t from, double amount,
                       const SmoothPart& part) const;
  /// From a base to the latest due time that is started by the time of the grid.
  double time_waited(const Source& source, std::size_t at, double base) const;
  void start_planned();
  void start(std::size_t source, double time, double due, std::size_t from, double amount, double going, int held);
  void start_course(const Begun& begun, double due, std::size_t from, double going, int held);
  const std::vector<Begin>& begins(std::size_t source, std::size_t kind);
  void add_pending(const Pending& pending, std::size_t from);
  void start_due();
  void handle_pending();
  void handle(const Pending& pending);
  void replan(const Pending& pending, double amount);

  void pass_cell();
  void jump(std::size_t exit);
  void leave_by(std::size_t exit, std::size_t kind, double amount);
  /// What is taken from one kind, by a source or (none) by an exit.
  void thin();
  std::vector<WayOut>& ways_out(std::size_t exit, std::size_t kind);
  std::size_t way_number(std::size_t status, const Profile& profile);
  void move(std::size_t source, std::size_t from, std::size_t to, double amount, double time);
  void become(std::size_t source, std::size_t from, const Visit& visit, double amount);

  // When the stay is known.
  void note_history();
  void find_decay();
  void start_inert();
  void count_begun();
  std::vector<StepUse> steps_used() const;

  const RuleSet& set_;
  Courses& courses_;
  const StatusDefinition& status_;
  Profile entry_;
  std::vector<LawMix> clocks_;  ///< of the exits
  std::vector<Source> sources_;
  std::vector<std::vector<std::uint8_t>> exclusive_;  ///< of two sources
  std::vector<double> grid_;                          ///< days since entry
  std::vector<Kind> kinds_;
  std::vector<Pending> pending_;         ///< what is pending and, to be used again, what has been handled
  std::size_t done_ = kNone;             ///< what has been handled: the first, and on by `next`
  std::vector<PendingList> pending_at_;  ///< by time of the grid
  std::vector<std::vector<Start>> starting_;
  std::vector<Begun> begun_;
  std::vector<Leaving> ways_;
  std::vector<double> taken_, hazards_;  ///< by kind; by exit
  std::size_t now_ = 0;
  double days_ = 0;
  double square_days_ = 0;
};

}  // namespace sagsflow
