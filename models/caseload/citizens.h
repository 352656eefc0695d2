#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "models/caseload/rules.h"
#include "sim/engine/event.h"
#include "sim/engine/time.h"

namespace sagsflow {

inline constexpr std::uint16_t kNoStatus = 0xFFFF;

/// One citizen in the system: a record with a fixed size; what depends on the model lies behind it in `Citizens`.
struct Citizen {
  std::uint64_t key = 0;         ///< of all its luck
  std::uint64_t spell_key = 0;   ///< of its luck in the present spell of the status
  std::uint64_t exit_event = 0;  ///< sequence number of the scheduled exit; 0: none
  Time arrived{};
  Time since{};                       ///< in this status
  Time benefit_since{};               ///< up to where its benefit is booked
  Span supported{};                   ///< time on a benefit up to there
  Span waited{};                      ///< all its ended waits
  std::uint32_t instances = kNobody;  ///< the first of its procedure instances
  std::uint32_t cohort = kNobody;     ///< its number among its arrival's citizens of the window
  std::uint32_t serial = 0;           ///< grows when the status changes or the record is given up
  std::uint32_t past = kNobody;       ///< the last of its ended spells that are remembered
  std::uint32_t series = kNobody;     ///< the last of its duties' series that are remembered
  std::uint32_t duties = kNobody;     ///< the first of its status's duties
  std::uint32_t clocks = kNobody;     ///< the first of its exits' clocks; kNobody: none is kept
  std::uint32_t group = 0;            ///< of the report: by its attributes when it arrived
  std::uint16_t status = kNoStatus;
  std::uint16_t arrival = 0;
  std::uint16_t next_exit = 0;  ///< within its status
  std::uint16_t untils = 0;     ///< instances that wait for a trait
  std::uint8_t version = 0;     ///< of the rules in force when the present spell began: its exits and duties
  std::uint8_t present = 0;     ///< of the rules in force now: money, speeds, cadences, what has been removed
  std::uint8_t behind[6]{};     ///< the first bytes of what depends on the model
};

inline constexpr Citizen kNewcomer{};  ///< copied: the compiler would make a new one byte by byte

/// The next of the model's ages at which a citizen is looked at.
struct NextAge {
  std::uint64_t event : Event::kSequenceBits = 0;  ///< 0: none is scheduled
  std::uint64_t which : 16 = 0;
};

/// A duty: what is planned of it, or under way. Packed, for a citizen has several.
class DutyState {
 public:
  static constexpr std::uint32_t kMostCitizens = (1U << 27) - 1;

  DutyState() = default;
  explicit DutyState(std::uint32_t citizen) : citizen_(citizen & kMostCitizens) {}

  std::uint32_t citizen() const { return citizen_; }

  /// When it is due, or was last; a duty that is not active is due no more.
  Time due() const { return Time(Span(due_and_flags_ >> kFlags)); }
  bool active() const { return has(kActive); }
  void become_due(Time due) {
    due_and_flags_ = due.time_since_epoch().count() * (std::int64_t{1} << kFlags) | (due_and_flags_ & kAllFlags);
    put(kActive, true);
  }
  void drop() {
    put(kActive, false);
    forget_plan();
  }

  /// The start of its procedure is scheduled as the event with this sequence number.
  void plan(std::uint64_t event) { put_number(event, false); }
  bool planned() const { return number_ != 0 && !under_way_; }
  bool planned_as(std::uint64_t event) const { return number_ == event && !under_way_; }
  void forget_plan() { put_number(0, false); }

  /// The procedure that is to hold it is under way as this instance.
  void begin(std::uint32_t instance) { put_number(instance, true); }
  bool under_way() const { return under_way_; }
  bool under_way_as(std::uint32_t instance) const { return under_way_ && number_ == instance; }

  bool applies() const { return has(kApplies); }  ///< its `when` holds
  void set_applies(bool applies) { put(kApplies, applies); }
  bool continued() const { return has(kContinued); }  ///< its series began in an earlier spell
  void set_continued() { put(kContinued, true); }

  std::uint16_t held = 0;    ///< in its series
  std::uint16_t before = 0;  ///< of these, before this spell
  std::uint16_t drawn = 0;   ///< how many due times, in this spell
  std::uint16_t started = 0;

 private:
  static constexpr std::int64_t kActive = 1, kApplies = 2, kContinued = 4, kAllFlags = 7;
  static constexpr int kFlags = 3;  ///< bits; the rest holds a hundred thousand years
  bool has(std::int64_t flag) const { return (due_and_flags_ & flag) != 0; }
  void put(std::int64_t flag, bool on) { due_and_flags_ = on ? due_and_flags_ | flag : due_and_flags_ & ~flag; }

  void put_number(std::uint64_t number, bool under_way) {
    number_ = number & Event::kMaxSequence;
    under_way_ = under_way;
  }

  std::int64_t due_and_flags_ = 0;
  std::uint64_t number_ : Event::kSequenceBits = 0;  ///< of the event or of the instance
  std::uint64_t under_way_ : 1 = false;
  std::uint64_t citizen_ : 27 = 0;
};

/// Records of one kind in one array, a stretch of them at a time; a stretch is used again by the next that is as long.
template <class Record>
class Stretches {
 public:
  /// The first of so many; what it was used for before is still there. References to others may become invalid.
  std::uint32_t add(std::uint32_t count) {
    if (free_.size() <= count) free_.resize(count + 1);
    std::vector<std::uint32_t>& free = free_[count];
    if (free.empty()) {
      records_.resize(records_.size() + count);
      return static_cast<std::uint32_t>(records_.size() - count);
    }
    const std::uint32_t first = free.back();
    free.pop_back();
    return first;
  }
  void give_back(std::uint32_t first, std::uint32_t count) { free_[count].push_back(first); }

  Record& operator[](std::uint32_t index) { return records_[index]; }
  const Record& operator[](std::uint32_t index) const { return records_[index]; }

 private:
  std::vector<Record> records_;
  std::vector<std::vector<std::uint32_t>> free_;  ///< first ones, by how many
};

/// Everyone in the system, with a free list: a place is used again when its citizen has left. A citizen lies in no more
/// cache lines than it must, for an event touches one citizen among many and waits for every line it needs; the duties
/// of its status and the clocks of its exits lie elsewhere, with a place for each.
class Citizens {
 public:
  struct Shape {
    std::uint32_t traits, statuses;  ///< per citizen
    bool ages = false;               ///< the model has some
  };
  explicit Citizens(Shape shape);

  /// Makes room for some more than so many at a time, so that the memory of a caseload that stays as large is not
  /// doubled.
  void expect(std::uint64_t citizens) { storage_.reserve(lines_of(citizens + citizens / 8)); }

  std::uint32_t add() {
    ++present_;
    if (free_.empty()) return new_place();
    const std::uint32_t citizen = free_.back();
    free_.pop_back();
    clear_behind(citizen);
    return citizen;
  }
  /// Its record is as new, but for the serial, which is another.
  void remove(std::uint32_t citizen) {
    --present_;
    Citizen& record = (*this)[citizen];
    const std::uint32_t serial = record.serial + 1;
    record = kNewcomer;
    record.serial = serial;
    free_.push_back(citizen);
  }

  Citizen& operator[](std::uint32_t citizen) { return *reinterpret_cast<Citizen*>(place(citizen)); }
  const Citizen& operator[](std::uint32_t citizen) const { return *reinterpret_cast<const Citizen*>(place(citizen)); }

  /// Attribute values, booleans and counts of raised flags.
  std::uint8_t* traits(std::uint32_t citizen) { return reinterpret_cast<std::uint8_t*>(place(citizen) + traits_at_); }
  /// A spell of the status begins; gives how many there were before.
  std::uint16_t begin_spell(std::uint32_t citizen, std::uint32_t status) {
    std::uint8_t& begun = reinterpret_cast<std::uint8_t&>(place(citizen)[kSpellsAt + status]);
    return begun < kManySpells ? begun++ : begin_another(citizen, status, begun);
  }
  /// Where the model has ages.
  NextAge& next_age(std::uint32_t citizen) { return *reinterpret_cast<NextAge*>(place(citizen) + ages_at_); }
  /// As many as its status has, where that has any.
  DutyState* duties(std::uint32_t citizen) { return &duties_[(*this)[citizen].duties]; }
  /// Of each exit of the status, where its rules keep them (exit_clocks.h).
  std::int64_t* exit_clocks(std::uint32_t citizen) { return &clocks_[(*this)[citizen].clocks]; }

  /// Makes room for `count` duties of the citizen; references to others' duties may move.
  void add_duties(std::uint32_t citizen, std::uint32_t count);
  void remove_duties(std::uint32_t citizen, std::uint32_t count);
  std::uint32_t duty_index(std::uint32_t citizen, std::uint32_t duty) const { return (*this)[citizen].duties + duty; }
  DutyState& duty_at(std::uint32_t index) { return duties_[index]; }
  const DutyState& duty_at(std::uint32_t index) const { return duties_[index]; }

  /// Makes room for the clocks of so many exits; references to others' clocks may move.
  void add_clocks(std::uint32_t citizen, std::uint32_t count) { (*this)[citizen].clocks = clocks_.add(count); }
  void remove_clocks(std::uint32_t citizen, std::uint32_t count) {
    clocks_.give_back((*this)[citizen].clocks, count);
    (*this)[citizen].clocks = kNobody;
  }

  /// Begins to bring a duty of the citizen from memory.
  void fetch_duty(std::uint32_t citizen, std::uint32_t duty) const {
    __builtin_prefetch(&duties_[duty_index(citizen, duty)]);
  }
  /// Begins to bring the citizen's record from memory.
  void fetch(std::uint32_t citizen) const {
    const std::byte* first = place(citizen);
    for (const std::byte* at = first; at < first + size_; at += sizeof(Line)) __builtin_prefetch(at);
  }

  std::uint32_t present() const { return present_; }
  std::uint32_t places() const { return places_; }

 private:
  static constexpr std::size_t kWord = 8;
  struct alignas(64) Line {
    std::byte bytes[64];
  };
  static constexpr std::size_t kSpellsAt = offsetof(Citizen, behind);
  static constexpr std::size_t kClearedFrom = kSpellsAt / kWord * kWord;  ///< what precedes is 0 in a new record
  static constexpr std::uint8_t kManySpells = 254;
  std::byte* place(std::uint32_t citizen) {
    return reinterpret_cast<std::byte*>(storage_.data()) + std::size_t{citizen} * size_;
  }
  const std::byte* place(std::uint32_t citizen) const {
    return reinterpret_cast<const std::byte*>(storage_.data()) + std::size_t{citizen} * size_;
  }
  std::size_t lines_of(std::uint64_t citizens) const { return (citizens * size_ + sizeof(Line) - 1) / sizeof(Line); }
  void clear_behind(std::uint32_t citizen) {
    for (std::size_t at = kClearedFrom; at < end_; at += kWord) std::memset(place(citizen) + at, 0, kWord);
  }
  std::uint32_t new_place();
  std::uint16_t begin_another(std::uint32_t citizen, std::uint32_t status, std::uint8_t& begun);

  std::size_t traits_at_, ages_at_, end_;  ///< in bytes, of a citizen's
  std::size_t size_;                       ///< of a citizen, in bytes
  std::vector<Line> storage_;
  std::unordered_map<std::uint64_t, std::uint16_t> many_spells_;  ///< by citizen and status, where a byte is too little
  Stretches<DutyState> duties_;
  Stretches<std::int64_t> clocks_;
  std::vector<std::uint32_t> free_;
  std::uint32_t places_ = 0;
  std::uint32_t present_ = 0;
};

}  // namespace sagsflow
