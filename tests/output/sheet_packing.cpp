#include "output/sheet_packing.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

namespace {

bool overlap(const SheetBox& a, const SheetBox& b, double gap) {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap &&
         b.y < a.y + a.height + gap;
}

}  // namespace

TEST_CASE("boxes of any size lie apart, the first above left, within what is said to be used") {
  std::vector<SheetBox> boxes;
  double area = 0;
  for (int i = 0; i < 25; ++i) {
    boxes.push_back({40.0 + (i * 37) % 160, 30.0 + (i * 53) % 210, 0, 0});
    area += boxes.back().width * boxes.back().height;
  }
  const SheetBox used = pack(boxes, 9, {1.45, 1 / 1.45});
  CHECK(boxes[0].x == 0);
  CHECK(boxes[0].y == 0);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    CHECK(boxes[i].x + boxes[i].width <= used.width + 1e-9);
    CHECK(boxes[i].y + boxes[i].height <= used.height + 1e-9);
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(boxes[i], boxes[j], 9 - 1e-6));
  }
  CHECK(used.width * used.height < 1.6 * area);
}

TEST_CASE("four like boxes fill a square sheet as two rows of two") {
  std::vector<SheetBox> boxes(4, {100, 100, 0, 0});
  const SheetBox used = pack(boxes, 10, {1.0});
  CHECK(used.width == 210);
  CHECK(used.height == 210);
}

TEST_CASE("nothing takes no room") {
  std::vector<SheetBox> none;
  CHECK(pack(none, 10, {1.0}).width == 0);
}
