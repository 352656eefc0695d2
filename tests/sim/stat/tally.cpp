#include "sim/stat/tally.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

using namespace sagsflow;

namespace {

constexpr double kDays = 1.0 / static_cast<double>(kDay.count());

Tally tally_of(const std::vector<int>& ended, const std::vector<int>& open = {}) {
  Tally tally;
  for (const int days : ended) tally.add(days * kDay);
  for (const int days : open) tally.add_open(days * kDay);
  return tally;
}

// Spread over six powers of ten, as lengths of casework and of careers are.
std::vector<std::int64_t> spread_values(std::size_t n) {
  std::mt19937_64 engine(4);
  std::vector<std::int64_t> values(n);
  for (auto& value : values) {
    value = static_cast<std::int64_t>(std::exp(std::log(6e7) + static_cast<double>(engine() >> 11) * 0x1p-53 * 13.8));
  }
  return values;
}

}  // namespace

TEST_CASE("a tally sums exactly and states the usual statistics") {
  const Summary summary = tally_of({4, 0, 10, 2, 4}).summary(kDays);
  CHECK(summary.count == 5);
  CHECK(summary.sum == Approx(20));
  CHECK(summary.mean == Approx(4));
  CHECK(summary.sd == Approx(std::sqrt((0 + 16 + 36 + 4 + 0) / 4.0)));
  CHECK(summary.p50 == Approx(4));
  CHECK(summary.p90 == Approx(10));
  CHECK(summary.max == Approx(10));
  CHECK(summary.share_zero == Approx(0.2));
  CHECK(summary.open == 0);
  CHECK(std::isnan(summary.horizon));
}

TEST_CASE("an empty tally has a count of nothing and no mean") {
  const Summary summary = Tally().summary(kDays);
  CHECK(summary.count == 0);
  CHECK(summary.sum == 0);
  CHECK(std::isnan(summary.mean));
  CHECK(std::isnan(summary.p50));
  CHECK(std::isnan(summary.max));
  CHECK(std::isnan(Tally().share_within(kDay)));
}

TEST_CASE("one observation has a mean and no spread") {
  const Summary summary = tally_of({3}).summary(kDays);
  CHECK(summary.mean == Approx(3));
  CHECK(std::isnan(summary.sd));
}

TEST_CASE("sums of what would overflow 64 bits are exact") {
  Tally tally;
  const Span long_one = 900 * kYear + Span(1);
  for (int i = 0; i < 5000; ++i) tally.add(long_one);
  CHECK(tally.sum_ended() == Wide{5000} * long_one.count());
  CHECK(tally.mean() == static_cast<double>(long_one.count()));
  CHECK(tally.summary(1.0).sd == 0.0);
}

TEST_CASE("quantiles taken together are those taken one by one, of as many as there may be and with equal ones") {
  constexpr std::array kShares{0.50, 0.90, 0.95, 0.99};
  std::mt19937_64 engine(11);
  for (std::size_t count = 1; count <= 4100; count += count < 220 ? 1 : 97) {
    Tally tally;
    for (std::size_t i = 0; i < count; ++i) tally.add(Span(static_cast<std::int64_t>(engine() % (2 * count))));
    const auto together = tally.quantiles();
    for (std::size_t i = 0; i < kShares.size(); ++i) {
      CAPTURE(count, kShares[i]);
      CHECK(together[i] == tally.quantile(kShares[i]));
    }
  }
  CHECK(std::isnan(Tally().quantiles()[0]));
  Tally open;
  open.add(kDay);
  open.add_open(kDay);
  CHECK(open.quantiles()[0] == static_cast<double>(kDay.count()));
  CHECK(std::isnan(open.quantiles()[1]));
}

TEST_CASE("a quantile is the least value that so many do not exceed") {
  const Tally tally = tally_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  CHECK(tally.quantile(0.5) * kDays == Approx(5));
  CHECK(tally.quantile(0.51) * kDays == Approx(6));
  CHECK(tally.quantile(0.9) * kDays == Approx(9));
  CHECK(tally.quantile(0.99) * kDays == Approx(10));
  CHECK(tally.share_within(3 * kDay) == Approx(0.3));
  CHECK(tally.share_within(3 * kDay - Span(1)) == Approx(0.2));
  CHECK(tally.share_above(9 * kDay) == Approx(0.1));
}

TEST_CASE("beyond 4096 observations quantiles are within 0.8 percent and everything else is exact") {
  std::vector<std::int64_t> values = spread_values(100000);
  Tally tally;
  Wide sum = 0;
  for (const std::int64_t value : values) {
    tally.add(Span(value));
    sum += value;
  }
  std::sort(values.begin(), values.end());
  for (const double share : {0.001, 0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.9999, 1.0}) {
    CAPTURE(share);
    const auto rank = static_cast<std::size_t>(std::ceil(share * 100000 - 1e-6));
    CHECK(tally.quantile(share) == Approx(static_cast<double>(values[rank - 1])).epsilon(0.008));
    const Span limit(values[rank - 1]);
    CHECK(tally.share_within(limit) == Approx(static_cast<double>(rank) / 100000).margin(0.001));
  }
  CHECK(tally.sum_ended() == sum);
  CHECK(tally.mean() == static_cast<double>(sum) / 100000);
  CHECK(tally.max() == Span(values.back()));
}

TEST_CASE("whether the last observations lie in the list or in the bins makes no difference") {
  const std::vector<std::int64_t> values = spread_values(4400);
  Tally tally;
  Wide sum = 0;
  std::int64_t longest = 0;
  double squares = 0.0;
  for (std::size_t n = 1; n <= values.size(); ++n) {
    const std::int64_t value = values[n - 1];
    tally.add(Span(value));
    sum += value;
    longest = std::max(longest, value);
    squares += static_cast<double>(value) * static_cast<double>(value);
    if (n < 4000 || n % 7 != 0) continue;
    CAPTURE(n);
    const Tally copy = tally;
    REQUIRE(copy.count() == n);
    REQUIRE(copy.sum_ended() == sum);
    REQUIRE(copy.max() == Span(longest));
    const double mean = static_cast<double>(sum) / static_cast<double>(n);
    const double variance = (squares - mean * static_cast<double>(sum)) / static_cast<double>(n - 1);
    REQUIRE(copy.summary(1.0).sd == Approx(std::sqrt(variance)).epsilon(1e-9));
    REQUIRE(copy.share_within(Span(longest)) == 1.0);
    const auto above = std::count_if(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n),
                                     [](std::int64_t other) { return other > kDay.count(); });
    REQUIRE(copy.share_above(kDay) == Approx(static_cast<double>(above) / static_cast<double>(n)).margin(0.001));
  }
}

TEST_CASE("pooling goes on from a list, from full bins and from a copy as if all had come to one tally") {
  const std::vector<std::int64_t> values = spread_values(20000);
  Tally one, pooled;
  for (const std::int64_t value : values) one.add(Span(value));
  std::size_t next = 0;
  for (const std::size_t size : {0, 10, 4096, 4097, 100, 5000, 6697}) {
    Tally part;
    for (std::size_t i = 0; i < size; ++i) part.add(Span(values[next++]));
    Tally copy = part;
    pooled.merge(copy);
  }
  for (; next < values.size(); ++next) pooled.add(Span(values[next]));
  const Summary together = pooled.summary(kDays), apart = one.summary(kDays);
  CHECK(together.count == apart.count);
  CHECK(together.sum == apart.sum);
  CHECK(together.max == apart.max);
  CHECK(together.p50 == apart.p50);
  CHECK(together.p99 == apart.p99);
  CHECK(together.sd == Approx(apart.sd).epsilon(1e-12));
}

TEST_CASE("a length that many share is never blurred by its bin") {
  Tally tally;
  for (const std::int64_t value : spread_values(5000)) tally.add(Span(value % kDay.count()));
  for (int i = 0; i < 20000; ++i) tally.add(8 * kWeek);
  CHECK(tally.quantile(0.5) * kDays == 56.0);
  CHECK(tally.share_within(8 * kWeek - Span(1)) == Approx(0.2));
  CHECK(tally.share_within(8 * kWeek) == 1.0);
}

TEST_CASE("pooling does not blur it either") {
  Tally pooled;
  for (int replication = 0; replication < 3; ++replication) {
    Tally one;
    for (int i = 0; i < 5000; ++i) one.add(8 * kWeek);
    pooled.merge(one);
  }
  CHECK(pooled.count() == 15000);
  CHECK(pooled.quantile(0.01) * kDays == 56.0);
  CHECK(pooled.quantile(0.99) * kDays == 56.0);
}

TEST_CASE("small whole numbers keep their own bins") {
  Tally tally;
  for (int i = 0; i < 10000; ++i) tally.add(Span(i % 100));
  for (const int percent : {1, 37, 50, 99}) CHECK(tally.quantile(percent / 100.0) == percent - 1);
}

TEST_CASE("pooled tallies are as if all had been added to one") {
  const std::vector<std::int64_t> values = spread_values(30000);
  for (const std::size_t size : {std::size_t{100}, std::size_t{6000}, std::size_t{30000}}) {
    Tally one, pooled;
    for (std::size_t begin = 0; begin < size; begin += 1500) {
      Tally part;
      for (std::size_t i = begin; i < std::min(begin + 1500, size); ++i) {
        const Span value(values[i]);
        i % 10 == 9 ? part.add_open(value) : part.add(value);
        i % 10 == 9 ? one.add_open(value) : one.add(value);
      }
      pooled.merge(part);
    }
    const Summary expected = one.summary(kDays), summary = pooled.summary(kDays);
    CHECK(summary.count == expected.count);
    CHECK(summary.open == expected.open);
    CHECK(summary.mean == expected.mean);
    CHECK(summary.sd == Approx(expected.sd).epsilon(1e-12));
    CHECK(summary.p50 == expected.p50);
    CHECK(summary.p90 == expected.p90);
    CHECK(summary.max == expected.max);
    CHECK(pooled.sum_ended() == one.sum_ended());
  }
}

TEST_CASE("the spread survives pooling of tallies far apart") {
  Tally pooled = tally_of({1000, 1002});
  pooled.merge(tally_of({0, 2}));
  CHECK(pooled.summary(kDays).sd == Approx(std::sqrt((499. * 499 + 501. * 501) * 2 / 3)).epsilon(1e-12));
  Tally empty;
  empty.merge(tally_of({1, 3}));
  CHECK(empty.summary(kDays).sd == Approx(std::sqrt(2.0)));
}

TEST_CASE("with some open the mean is that of Kaplan and Meier, restricted to the longest observed") {
  // Ended after 6 6 6 7 10 13 16 22 23, open after 6 9 10 11 17 19 20 25 32 32 34 35 days: the treated patients of
  // Freireich et al. 1963. S is 18/21 at 6, then by 16/17, 14/15, 11/12, 10/11, 6/7 and 5/6.
  const Tally tally = tally_of({6, 6, 6, 7, 10, 13, 16, 22, 23}, {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});
  const double s6 = 18. / 21, s7 = s6 * 16 / 17, s10 = s7 * 14 / 15, s13 = s10 * 11 / 12, s16 = s13 * 10 / 11,
               s22 = s16 * 6 / 7, s23 = s22 * 5 / 6;
  CHECK(s23 == Approx(0.4481793).epsilon(1e-6));  // as published
  const double area = 6 + s6 * 1 + s7 * 3 + s10 * 3 + s13 * 3 + s16 * 6 + s22 * 1 + s23 * 12;
  const Summary summary = tally.summary(kDays);
  CHECK(summary.count == 21);
  CHECK(summary.open == 12);
  CHECK(summary.horizon == Approx(35));
  CHECK(summary.mean == Approx(area).epsilon(1e-12));
  CHECK(tally.mean() * kDays == Approx(area).epsilon(1e-12));
  CHECK(summary.sum == Approx(area * 21).epsilon(1e-12));
  CHECK(summary.p50 == Approx(23));
  CHECK(std::isnan(summary.p90));
  CHECK(tally.share_within(10 * kDay) == Approx(1 - s10));
  CHECK(tally.share_above(34 * kDay) == Approx(s23));
  CHECK(std::isnan(tally.share_above(35 * kDay)));
}

TEST_CASE("with the longest one ended the restricted mean is the weighted sum of Kaplan and Meier's jumps") {
  // 1 ended, 2 open, 4 ended: S falls to 2/3 at 1 and to 0 at 4.
  const Summary summary = tally_of({1, 4}, {2}).summary(kDays);
  CHECK(summary.mean == Approx(1. / 3 + 4 * 2. / 3));
  CHECK(summary.sd == Approx(std::sqrt((1. / 3 + 16 * 2. / 3 - 9) * 3 / 2)));
  CHECK(summary.p99 == Approx(4));
}

TEST_CASE("where nothing has ended the mean is the horizon and no quantile is reached") {
  const Summary summary = tally_of({}, {5, 9}).summary(kDays);
  CHECK(summary.mean == Approx(9));
  CHECK(std::isnan(summary.p50));
  CHECK(summary.share_zero == 0);
}

TEST_CASE("the Kaplan-Meier mean in bins is close to the exact one") {
  const std::vector<std::int64_t> values = spread_values(20000);
  Tally binned;
  std::vector<std::pair<std::int64_t, bool>> sorted;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool open = i % 3 == 0;
    open ? binned.add_open(Span(values[i])) : binned.add(Span(values[i]));
    sorted.emplace_back(values[i], open);
  }
  std::sort(sorted.begin(), sorted.end());
  double survival = 1, area = 0, at = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    area += survival * (static_cast<double>(sorted[i].first) - at);
    at = static_cast<double>(sorted[i].first);
    const auto risk = static_cast<double>(sorted.size() - i);
    if (!sorted[i].second) survival *= (risk - 1) / risk;
  }
  CHECK(binned.mean() == Approx(area).epsilon(2e-3));
}
