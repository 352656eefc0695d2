#pragma once

#include <concepts>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "models/caseload/measures.h"

namespace sagsflow {

inline constexpr double kDaysPerMicrosecond = 1.0 / 86'400'000'000.0;

/// Where the measures of one object are written down, a line each.
class MeasureList {
 public:
  using IsWanted = std::function<bool(const std::string& object)>;

  /// Only those of the objects that are wanted; without `is_wanted`, all.
  explicit MeasureList(std::vector<Measure>& measures, IsWanted is_wanted = {})
      : measures_(measures), is_wanted_(std::move(is_wanted)) {}

  /// Which of the books the following lines are read off.
  void read_off(std::size_t book, std::string group, std::string period) {
    book_ = book;
    book_group_ = std::move(group);
    period_ = std::move(period);
  }
  /// What they are about; `group` where it is a part of the book's.
  void about(std::string object, std::string group = {}) {
    object_ = std::move(object);
    group_ = group.empty() ? book_group_ : std::move(group);
    wanted_ = !is_wanted_ || is_wanted_(object_);
  }

  /// Times, in days; `read` gives a Tally.
  template <class Read>
  void days(const std::string& name, Read read) {
    tally(name, Unit::days, kDaysPerMicrosecond, read);
  }
  /// Numbers kept as microseconds in a Tally: cases, people.
  template <class Read>
  void numbers(const std::string& name, Read read) {
    tally(name, Unit::count, 1.0, read);
  }
  /// `read` gives a Level of people or cases, of any ledger. Its mean is sum / count: person-days over the window's
  /// days.
  template <class Read>
  void level(const std::string& name, Read read) {
    if (!wanted_) return;
    add(name, MeasureKind::level, Unit::count,
        [read](const Ledger& ledger) { return read(ledger).summary(kDaysPerMicrosecond); });
    measures_.back().watch = [read, book = book_](Books& books, std::int64_t limit) {
      read(books.all()[book]).watch(limit);
    };
    measures_.back().share_above = [read, book = book_](const Books& books, std::int64_t limit) {
      return read(books.all()[book]).share_above(limit);
    };
  }
  /// A time average known by its area, in people times microseconds of the window; sum and count as of a level.
  template <class Read>
  void average(const std::string& name, Read area) {
    add(name, MeasureKind::level, Unit::count, [area](const Ledger& ledger) {
      const auto people_microseconds = static_cast<double>(area(ledger));
      const auto length = static_cast<double>(ledger.window.length().count());
      Summary summary;
      summary.count = length * kDaysPerMicrosecond;
      summary.sum = people_microseconds * kDaysPerMicrosecond;
      summary.mean = people_microseconds / length;
      return summary;
    });
  }
  template <class Read>
  void count(const std::string& name, Read read) {
    add(name, MeasureKind::count, Unit::count, [read](const Ledger& ledger) {
      Summary summary;
      summary.count = static_cast<double>(read(ledger));
      return summary;
    });
  }
  template <class Read>
  void total(const std::string& name, Unit unit, Read read) {
    add(name, MeasureKind::total, unit, [read](const Ledger& ledger) {
      Summary summary;
      summary.sum = static_cast<double>(read(ledger));
      return summary;
    });
  }
  /// `part` of `whole`; undefined while the whole is 0.
  template <class Part, class Whole>
  void ratio(const std::string& name, Unit unit, Part part, Whole whole) {
    add(name, MeasureKind::ratio, unit, [part, whole](const Ledger& ledger) {
      Summary summary;
      summary.sum = static_cast<double>(part(ledger));
      summary.count = static_cast<double>(whole(ledger));
      if (summary.count > 0) summary.mean = summary.sum / summary.count;
      return summary;
    });
  }

 private:
  template <class Read>
  void tally(const std::string& name, Unit unit, double per_microsecond, Read read) {
    if (!wanted_) return;
    add(name, MeasureKind::tally, unit,
        [read, per_microsecond](const Ledger& ledger) { return read(ledger).summary(per_microsecond); });
    measures_.back().tally = [read, book = book_](const Books& books) { return Tally(read(books.all()[book])); };
    measures_.back().per_microsecond = per_microsecond;
  }
  template <class Read>
  void add(const std::string& name, MeasureKind kind, Unit unit, Read read) {
    if (!wanted_) return;
    Measure measure;
    measure.info = {object_, name, kind, unit, group_, period_};
    measure.summary = [read, book = book_](const Books& books) { return read(books.all()[book]); };
    measures_.push_back(std::move(measure));
  }

  std::vector<Measure>& measures_;
  IsWanted is_wanted_;
  bool wanted_ = true;  ///< whether the object that the lines are about is
  std::size_t book_ = 0;
  std::string book_group_, period_;
  std::string object_;
  std::string group_;
};

}  // namespace sagsflow
