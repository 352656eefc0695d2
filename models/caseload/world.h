#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "models/caseload/agenda.h"
#include "models/caseload/books.h"
#include "models/caseload/citizens.h"
#include "models/caseload/compiled_model.h"
#include "models/caseload/counted_time.h"
#include "models/caseload/exit_clocks.h"
#include "models/caseload/history.h"
#include "models/caseload/instances.h"
#include "models/caseload/limits.h"
#include "models/caseload/notes.h"
#include "models/caseload/trails.h"
#include "models/caseload/witness.h"
#include "sim/capacity/marks.h"
#include "sim/capacity/staff_pool.h"
#include "sim/engine/event_loop.h"
#include "sim/random/chance.h"

namespace sagsflow {

/// What the worlds of one arm in one replication have come to so far, for the next to go on with.
struct Account {
  Books books;
  /// Weekly means from the beginning of the clock to the window's closing: of the citizens present, then of the cases
  /// in line at each pool and each meeting.
  std::vector<std::vector<double>> weekly;
  std::uint64_t events = 0;
};

/// A world of one arm in one replication: the citizens who move, the staff, the meetings, and the clock.
/// Each file of the room that is named by a noun of this class holds what that noun does: spells with the procedures
/// that begin and end with them, work with the waits that it ends. What every event runs through is marked
/// [[gnu::flatten]]: whatever it calls in its own file is compiled into it, for a tenth of the instructions were calls
/// (A 3,580 to 3,230 a customer, B 5,610 to 5,020 a case; without it each function is too large to be inlined). So what
/// happens at one event lies in as few files as may be: each call into another is 25 instructions.
class World {
 public:
  /// One of the model's worlds; `account` is of those before it.
  World(const CompiledModel& model, const CompiledArm& arm, std::uint32_t replication, std::uint32_t number,
        Account account, Limits limits);

  /// Notes what happens to each citizen of the cohort.
  void follow(Trails& trails) {
    trails_ = &trails;
    observed_ = true;
  }
  /// Tells it what happens to everyone.
  void show(Witness& witness) {
    witness_ = &witness;
    observed_ = true;
  }

  /// The whole run: the account with what came to it, or why it was stopped.
  [[gnu::flatten]] std::expected<Account, std::string> run();

  // What the event loop asks for.
  bool starts_pending() const { return pools_to_look_at_.any(); }
  [[gnu::flatten]] void start_work(Time now);
  bool happens(const Event& event, Time now);
  void fetch(const Event& event) const;
  void fetch_next(const Event& event) const;
  void fetch_job(std::uint32_t job) const;

 private:
  // world.cpp
  [[gnu::noinline]] void bound_reached(std::uint32_t bound, Time now);
  Time later(Time time, const LengthRule& length) const;
  Time later(Time time, Pick length, std::uint32_t citizen) {
    return length == kNoPick ? time : later(time, rules_.lengths[leaf(length, citizen)]);
  }
  Time earlier(Time time, const LengthRule& length) const;
  Time earlier(Time time, Pick length, std::uint32_t citizen) {
    return length == kNoPick ? time : earlier(time, rules_.lengths[leaf(length, citizen)]);
  }
  bool fail(std::string reason);
  [[gnu::noinline]] bool too_many_events();
  void note(const Citizen& citizen, Note::What what, std::uint32_t number, Because because, Time now) {
    if (observed_) tell(citizen, {now, what, number, because});
  }
  void tell(const Citizen& citizen, const Note& note);
  void tell_left(const Instance& instance, Time now);

  // reforms.cpp
  std::uint32_t in_force(std::uint32_t citizen, Time now) {
    return rules_.versions == 1 ? 0 : latest_in_force(citizen, now);
  }
  std::uint32_t latest_in_force(std::uint32_t citizen, Time now);
  /// The version in force; where that has no such status, one that has.
  std::uint32_t version_with_status(std::uint32_t citizen, std::uint32_t status, Time now) {
    const std::uint32_t version = in_force(citizen, now);
    return rules_.status(version, status).present ? version : other_with_status(citizen, status);
  }
  std::uint32_t other_with_status(std::uint32_t citizen, std::uint32_t status) const;
  void begin_reforms();
  void reform(Time now);
  void reform_capacity(const CompiledPhase& before, Time now);
  void reform_arrivals(const CompiledPhase& before, Time now);
  void reform_citizen(std::uint32_t citizen, std::uint32_t version, Time now);
  void reform_exits(std::uint32_t citizen, std::uint32_t before, Time now);

  // choices.cpp
  std::size_t leaf(Pick pick, std::uint32_t citizen) {
    return static_cast<std::size_t>(pick >= kNoPick ? pick : chosen(pick, citizen));
  }
  Pick chosen(Pick pick, std::uint32_t citizen);
  /// An index into rules_.targets.
  std::uint32_t target(std::size_t branch, DrawKey key) const {
    const Slice slice = rules_.branches[branch];
    return slice.count == 1 ? slice.first : first_to_come(slice, key);
  }
  /// The same of a step's branch: its key is made only where there is something to draw.
  std::uint32_t target(Pick branch, const Instance& instance, const KeyStem& place) {
    const Slice slice = rules_.branches[leaf(branch, instance.citizen)];
    return slice.count == 1 ? slice.first : first_to_come(slice, step_key(instance, place));
  }
  std::uint32_t first_to_come(Slice targets, DrawKey key) const;
  Span duration(Pick law, std::uint32_t citizen, DrawKey key);
  bool holds(Slice condition, std::uint32_t citizen);

  // entries.cpp
  void begin_arrivals();
  void expect_cohort(std::uint32_t arrival, const ArrivalRate& rate);
  [[gnu::flatten]] void arrival(const Event& event, Time now);
  void schedule_arrival(std::uint32_t arrival, Time last);
  void schedule_poisson(std::uint32_t arrival);
  void add_arrival(const CompiledArrival& rule, const CitizenId& who, std::uint64_t key, Time now);
  [[gnu::noinline]] std::uint32_t turn_away(std::uint32_t citizen, std::uint32_t arrival, Time now);
  [[gnu::noinline]] void expect_outcome(std::uint32_t arrival, std::uint32_t cohort);
  std::uint32_t add_citizen(std::uint32_t arrival, std::uint64_t key, Slice set, Time now);

  // stocks.cpp
  struct Placed {
    std::uint32_t citizen;
    std::uint32_t stock;
    Span waited;
  };
  void begin_stocks();
  void add_in_stock(std::uint32_t stock, std::uint64_t number, std::vector<Placed>& placed);
  void resume_status(std::uint32_t citizen, std::uint32_t status, Span elapsed);
  void resume_exits(std::uint32_t citizen, Span elapsed);
  std::int64_t resumed_clock(const ExitRule& rule, std::uint32_t citizen, Span elapsed);
  void resume_duties(std::uint32_t citizen);
  void resume_step(const Placed& placed);

  // ages.cpp
  void schedule_age(std::uint32_t citizen);
  void age_reached(const Event& event, Time now);
  void ages_after_leaving(std::uint32_t citizen);

  // spells.cpp
  [[gnu::flatten]] void enter_status(std::uint32_t citizen, std::uint32_t status, Because because, Time now);
  void remove_citizen(std::uint32_t citizen, Time now);
  void leave_status(std::uint32_t citizen, Time now);
  [[gnu::flatten]] void change_status(std::uint32_t citizen, std::uint32_t status, Because because, Time now);
  void exit(std::uint32_t citizen, const Event& event, Time now);
  std::int64_t drawn_clock(const ExitRule& rule, std::uint32_t citizen, Time now);
  template <class Begin>
  void begin_exits(std::uint32_t citizen, Begin begin);
  void draw_exits(std::uint32_t citizen, Time now);
  void schedule_exit(std::uint32_t citizen, const FirstExit& first);
  void schedule_exit_again(std::uint32_t citizen, std::int64_t due);
  double exit_speed(const ExitRule& rule, std::uint32_t citizen);
  const StatusRule& status_rule(const Citizen& citizen) const { return rules_.status(citizen.version, citizen.status); }
  const DutyRule& duty_rule(const Citizen& citizen, std::uint32_t duty) const {
    return rules_.duty(citizen.present, status_rule(citizen).duties.first + duty);
  }

  /// Who starts a procedure: the key of its luck, the version of the rules that says so, and which of them.
  struct Starter {
    std::uint64_t key;
    std::uint32_t version;
    Because because;
    std::uint16_t duty = kNoDuty;
  };
  void start_procedure(std::uint32_t citizen, std::uint32_t procedure, const Starter& starter, Time now);
  std::uint32_t add_instance(std::uint32_t citizen, const ProcedureRule& rule, const Starter& starter,
                             std::uint32_t version, Time began);
  [[gnu::flatten]] void start_listed(std::uint32_t citizen, Slice starts, std::uint32_t which, const Starter& starter,
                                     Time now);
  void cancel(std::uint32_t instance, Time now);
  void cancel_all(std::uint32_t citizen, bool also_kept, Time now);

  // traits.cpp
  void set_traits(std::uint32_t citizen, Slice sets, Because because, Time now);
  void mark_trait(const Citizen& citizen, std::uint16_t trait, std::uint8_t value, Because because, Time now);
  void raise_flag(std::uint32_t citizen, std::uint16_t flag, Time now);
  void lower_flag(std::uint32_t citizen, std::uint16_t flag, Time now);
  void change_trait(std::uint32_t citizen, std::uint16_t trait, std::uint8_t value, Time now);
  void wake_untils(std::uint32_t citizen, Time now);

  // history.cpp
  Span clock(Pick law, std::uint32_t citizen, DrawKey key, Time since, Time now);
  Span accumulated(const Accumulation& rule, std::uint32_t citizen, DrawKey key, Time since, Time now);
  template <class Counts>
  void collect_counted(std::uint32_t citizen, Span within, Time since, Counts counts);
  double refunded_within(std::uint32_t citizen, const CompiledRefund& refund, Time from, Time to);
  void remember_spell(std::uint32_t citizen, Time now);
  std::uint32_t kept_series(std::uint32_t citizen, std::uint32_t duty);
  Time last_held(std::uint32_t citizen, std::uint32_t duty) const;
  std::uint32_t past_series(std::uint32_t citizen, std::uint32_t duty) const;
  bool may_go_on(std::uint32_t duty) const;
  Span spent_before(std::uint32_t citizen, std::uint32_t duty);
  void remember_series(std::uint32_t citizen, std::uint32_t duty, Time now);
  void forget(const Citizen& citizen);

  // money.cpp
  void settle_benefit(std::uint32_t citizen, Time now);

  // duties.cpp
  [[gnu::flatten]] void plan_duties(std::uint32_t citizen, Time now);
  void plan_duty(std::uint32_t citizen, std::uint32_t duty, Time from, bool first, Time now);
  bool continue_series(std::uint32_t citizen, std::uint32_t duty, Time now);
  void schedule_duty(std::uint32_t citizen, std::uint32_t duty, Time due, Time now);
  void duty(const Event& event, Time now);
  [[gnu::flatten]] void hold_duties(std::uint32_t citizen, Slice names, Time now);
  void hold_duty(std::uint32_t citizen, std::uint32_t duty, Time now);
  void duty_procedure_ended(std::uint32_t citizen, std::uint32_t duty, std::uint32_t instance, Time now);
  void review_duties(std::uint32_t citizen, Time now);
  void leave_duties(std::uint32_t citizen, Time now);

  // steps.cpp
  [[gnu::flatten]] void complete(std::uint32_t instance, Time now);
  void remove_instance(std::uint32_t instance);
  [[gnu::flatten]] void proceed(std::uint32_t instance, std::uint32_t step, Because because, Time now);
  bool enter_step(std::uint32_t instance, std::uint32_t step, Because because, Time now);
  bool begin_wait(std::uint32_t instance, const StepRule& rule, Span waited, Time now);
  void request_work(std::uint32_t instance, const StepRule& rule, Time now);
  const StepRule& step_rule(const Instance& instance) const { return rules_.step(instance.version, instance.step); }
  std::uint32_t leave_step(std::uint32_t instance, Time now);
  std::uint32_t follow(std::uint32_t instance, const StepRule& rule, Time now);
  std::uint32_t way_on(std::uint32_t instance, const StepRule& rule, Time now);
  bool take_on_status(std::uint32_t instance, const StepRule& rule, Time now);
  [[gnu::noinline]] std::uint32_t become_and_start(std::uint32_t instance, const StepRule& rule, Time now);
  void end_stay(std::uint32_t instance, Time now);
  [[gnu::flatten]] void go_on(std::uint32_t instance, Time now);
  void wait_end(const Event& event, Time now);
  [[gnu::flatten]] void work_end(std::uint32_t job, Time now);
  void account_work(const Job& job, Time end);
  void account_work(const Job& job, std::uint32_t part, double cost_per_hour, Time end);
  void patience_end(const Event& event, Time now);
  static DrawKey step_key(const Instance& instance, const KeyStem& place) {
    return {instance.key, place.joined(instance.visit)};
  }

  Starter starter_of(const Instance& instance, const StepRule& rule) const {
    const DrawKey draw = step_key(instance, rule.key);
    return {joined_key(draw.who, draw.where), instance.version, {Because::Kind::step, instance.step}};
  }

  // work.cpp
  enum class WaitEnd { begun, gave_up, withdrawn };
  [[gnu::flatten]] void wait_over(std::uint32_t instance, WaitEnd how, Time now);
  template <class Add>
  void each_cause(const Instance& instance, Time now, Add add);
  CausedWait causes_of(const Instance& instance, Time now);
  CausedWait causes_on_agenda(const Job& job, Time now) const;
  void open_pools();
  void staff_change(std::uint32_t calendar, Time now);
  int present_on(const CompiledPool& pool, Time day) const;
  void begin_job(std::uint32_t part, std::uint32_t job, Time now);
  Span working_time(std::uint32_t part, const Job& job, const Instance& instance, const StepRule& rule);
  std::uint32_t add_job(std::uint32_t part, Time now) {
    const std::uint32_t place = jobs_.add();
    Job& job = jobs_[place];
    job.came = now;
    job.part = part;
    job.urgency = 0;
    job.log_rest = 0.0;
    job.owner = job.citizen = job.step = job.meeting = job.group = job.crew = kNobody;
    job.on_agenda = false;
    job.state = Job::State::waiting;
    return place;
  }
  void give_back_job(std::uint32_t job) {
    if (jobs_[job].crew != kNobody) crews_.give_back(jobs_[job].crew);
    jobs_[job].state = Job::State::withdrawn;
    jobs_.give_back(job);
  }
  void left_line(const Job& job, Time now);
  static LineLedger& line_of(Ledger& ledger, const Job& job) {
    if (job.on_agenda) return ledger.meetings[job.part];
    return ledger.pools[job.part];
  }
  void withdraw_job(Instance& instance, Time now);
  std::int64_t urgency(QueueOrder order, const Instance& instance, const StepRule& rule);
  /// Someone may be free for someone who waits. Without joint work that can be seen at once.
  void look_at(std::uint32_t part) { look_at(part, pools_[part]); }
  void look_at(std::uint32_t part, const StaffPool& pool) {
    if (!aside_.empty()) {
      look_aside();
    } else if (!pool.can_begin()) {
      return;
    }
    pools_to_look_at_.set(part);
  }
  std::uint32_t part_of(Slice parts, std::int32_t per, std::uint32_t citizen) {
    return parts.first + (per < 0 ? 0U : citizens_.traits(citizen)[per]);
  }

  // drawing_ahead.cpp
  static constexpr std::size_t kWorthDrawingAhead = 2;  ///< in line
  void draw_ahead(std::uint32_t part, std::uint32_t job);

  // joint_work.cpp
  void gather_crew(Job& job, const StepRule& rule, std::uint32_t citizen);
  bool crew_free(const Job& job) const;
  void look_aside();
  void set_aside(std::uint32_t part, std::uint32_t job);
  void begin_aside(std::uint32_t part, Time now);
  bool line_goes_first(std::uint32_t part, const Job& aside);

  // sessions.cpp
  void begin_sessions();
  void join_agenda(std::uint32_t instance, const StepRule& rule, Time now);
  void session(const Event& event, Time now);
  bool quorum(std::uint32_t part, Time now);
  void schedule_first_session(std::uint32_t part, Time from);
  void schedule_session(std::uint32_t part, Time last);
  static void note_session(Agenda& agenda, bool held, Time now);
  void take_case(std::uint32_t part, Time now);
  void book(std::uint32_t part, Span CompiledMember::* work, std::uint32_t group, Time now);

  // samples.cpp
  void begin_samples();
  void sample(Time now);

  // closing.cpp
  void close_books();
  void close_citizen(std::uint32_t citizen);
  void close_instance(std::uint32_t instance);
  void close_wait(const Instance& instance);
  void close_jobs();

  const CompiledModel& model_;
  const CompiledArm& arm_;
  const Rules& rules_;
  std::uint32_t number_;
  std::uint32_t told_by_;  ///< the trait that tells who lives here; kNobody: everyone does
  Chance chance_;
  Limits limits_;
  std::uint64_t events_before_;  ///< of the worlds before
  std::uint64_t most_events_;    ///< that are left to this one
  EventQueue queue_;
  Citizens citizens_;
  Instances instances_;
  Store<Job> jobs_;
  Store<PastSpell, std::deque<PastSpell>> past_;
  PastDuties series_;
  CountedTime counted_;               // of whoever is asked about
  std::vector<std::uint32_t> chain_;  // likewise: its past spells that count
  std::vector<StaffPool> pools_;
  Store<std::vector<std::uint32_t>> crews_;
  std::vector<std::vector<std::uint32_t>> aside_;  ///< by pool part: jobs passed over, in order; empty: no joint work
  Marks pools_to_look_at_;
  const CompiledPhase* phase_;
  std::vector<std::size_t> next_interval_;  ///< by calendar: where its opening hours stand
  std::vector<Agenda> agendas_;
  std::vector<PoissonArrivals> poisson_;
  std::vector<std::uint64_t> arrival_numbers_;
  std::vector<std::uint64_t> arrival_events_;  ///< sequence number of the next at intervals
  std::vector<std::uint32_t> cohorts_;         ///< how many of each have come in the window
  Books books_;
  std::vector<std::vector<double>> weekly_;
  Trails* trails_ = nullptr;
  Witness* witness_ = nullptr;
  bool observed_ = false;  ///< by either, who will ask what each citizen came to
  int depth_ = 0;
  std::string failure_;
};

}  // namespace sagsflow
