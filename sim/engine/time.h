#pragma once

#include <chrono>
#include <cstdint>

namespace sagsflow {

/// A length of time in whole microseconds.
using Span = std::chrono::duration<std::int64_t, std::micro>;

/// An instant of local civil time without daylight saving, in whole microseconds since 1970-01-01.
using Time = std::chrono::sys_time<Span>;

/// The length of what does not end; no sum with it is meaningful.
inline constexpr Span kNever = Span::max();

inline constexpr Span kSecond = std::chrono::seconds(1);
inline constexpr Span kMinute = std::chrono::minutes(1);
inline constexpr Span kHour = std::chrono::hours(1);
inline constexpr Span kDay = std::chrono::hours(24);
inline constexpr Span kWeek = 7 * kDay;
inline constexpr Span kYear = std::chrono::hours(8766);  ///< 365.25 days
inline constexpr Span kMonth = kYear / 12;

constexpr double in_days(Span span) {
  return static_cast<double>(span.count()) / static_cast<double>(kDay.count());
}
constexpr double in_hours(Span span) {
  return static_cast<double>(span.count()) / static_cast<double>(kHour.count());
}

/// 128-bit integers, for areas under curves: people times microseconds.
__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

}  // namespace sagsflow
