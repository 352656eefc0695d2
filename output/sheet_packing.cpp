#include "output/sheet_packing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sagsflow {
namespace {

/// The lower edge of what is placed, from left to right: each part begins at `x`.
struct Ledge {
  double x = 0, y = 0;
};

/// The lowest place for this width that starts at a ledge's beginning; y is the highest of the ledges below it.
Ledge lowest_place(const std::vector<Ledge>& skyline, double width, double gap, double sheet) {
  Ledge best{0, std::numeric_limits<double>::infinity()};
  for (std::size_t i = 0; i < skyline.size(); ++i) {
    const double end = skyline[i].x + width;
    if (end > sheet + 1e-9) break;
    double y = 0;
    for (std::size_t j = i; j < skyline.size() && skyline[j].x < end + gap - 1e-9; ++j) y = std::max(y, skyline[j].y);
    if (y < best.y) best = {skyline[i].x, y};
  }
  return best;
}

void raise(std::vector<Ledge>& skyline, double x, double width, double y) {
  double after = 0;
  for (const Ledge& ledge : skyline) {
    if (ledge.x <= x + width + 1e-9) after = ledge.y;
  }
  std::erase_if(skyline, [&](const Ledge& ledge) { return ledge.x >= x - 1e-9 && ledge.x <= x + width + 1e-9; });
  skyline.push_back({x, y});
  skyline.push_back({x + width, after});
  std::ranges::sort(skyline, {}, &Ledge::x);
}

/// Bottom-left placing on a skyline in a strip (Burke, Kendall and Whitwell, 2004, Operations Research 52(4), without
/// their choice of the next box: the first box, then the tallest).
SheetBox placed_in(std::vector<SheetBox>& boxes, double gap, double sheet) {
  std::vector<std::size_t> order(boxes.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin() + 1, order.end(),
                   [&](std::size_t a, std::size_t b) { return boxes[a].height > boxes[b].height; });
  std::vector<Ledge> skyline{{0, 0}};
  SheetBox used;
  for (const std::size_t index : order) {
    SheetBox& box = boxes[index];
    const Ledge place = lowest_place(skyline, box.width, gap, sheet);
    box.x = place.x;
    box.y = place.y;
    raise(skyline, place.x, box.width + gap, place.y + box.height + gap);
    used.width = std::max(used.width, box.x + box.width);
    used.height = std::max(used.height, box.y + box.height);
  }
  return used;
}

}  // namespace

SheetBox pack(std::vector<SheetBox>& boxes, double gap, const std::vector<double>& shapes) {
  if (boxes.empty()) return {};
  double widest = 0, all = 0;
  for (const SheetBox& box : boxes) {
    widest = std::max(widest, box.width);
    all += box.width + gap;
  }
  constexpr int kTries = 240;
  double best = std::numeric_limits<double>::infinity();
  double chosen = all;
  for (int i = 0; i <= kTries; ++i) {
    const double sheet = widest + (all - widest) * i / kTries;
    std::vector<SheetBox> tried = boxes;
    const SheetBox used = placed_in(tried, gap, sheet);
    for (const double shape : shapes) {
      const double area = std::pow(std::max(used.width / std::sqrt(shape), used.height * std::sqrt(shape)), 2);
      if (area < best - 1e-6) {
        best = area;
        chosen = sheet;
      }
    }
  }
  return placed_in(boxes, gap, chosen);
}

}  // namespace sagsflow
