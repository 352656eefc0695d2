#include "output/map_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "output/map_style.h"
#include "output/map_words.h"
#include "output/sheet_packing.h"

namespace sagsflow {
namespace {

constexpr double kGap = 14;                                ///< points between drawings
constexpr double kMargin = 12;                             ///< points around them
constexpr double kTitle = 30;                              ///< points for the title
constexpr double kLong = 420, kShort = 297, kBorder = 10;  ///< A3 in millimetres, and what a printer leaves free
constexpr double kMillimetres = 25.4 / 72;                 ///< in a point

struct Drawing {
  double left = 0, top = 0, width = 0, height = 0;  ///< its view box
  std::string inside;                               ///< what stands between <svg …> and </svg>
};

std::optional<Drawing> read_drawing(const std::string& svg, std::size_t number) {
  const std::size_t begin = svg.find("<svg ");
  const std::size_t box = svg.find("viewBox=\"", begin);
  const std::size_t open = svg.find('>', begin);
  const std::size_t end = svg.rfind("</svg>");
  if (begin == std::string::npos || box == std::string::npos || open == std::string::npos || end == std::string::npos ||
      box > open) {
    return std::nullopt;
  }
  Drawing drawing;
  const char* at = svg.data() + box + 9;
  for (double* value : {&drawing.left, &drawing.top, &drawing.width, &drawing.height}) {
    while (*at == ' ') ++at;
    const auto read = std::from_chars(at, svg.data() + open, *value);
    if (read.ec != std::errc()) return std::nullopt;
    at = read.ptr;
  }
  drawing.inside = svg.substr(open + 1, end - open - 1);
  const std::string id = " id=\"";
  for (std::size_t i = drawing.inside.find(id); i != std::string::npos; i = drawing.inside.find(id, i + id.size())) {
    drawing.inside.insert(i + id.size(), fmt::format("f{}_", number));
  }
  return drawing;
}

/// "1234.5": no more digits than a screen or a printer shows.
std::string points(double value) {
  return fmt::format("{:.2f}", value);
}

}  // namespace

std::string map_sheet(const ProcessMap& map, const std::vector<std::string>& drawings, Language language) {
  std::vector<Drawing> read;
  std::vector<SheetBox> boxes;
  for (const std::string& svg : drawings) {
    auto drawing = read_drawing(svg, read.size() + 1);
    if (!drawing) return {};
    boxes.push_back({drawing->width, drawing->height, 0, 0});
    read.push_back(std::move(*drawing));
  }
  const double lying = (kLong - 2 * kBorder) / (kShort - 2 * kBorder);
  const SheetBox used = pack(boxes, kGap, {lying, 1 / lying});
  const std::string title = map_title(map, language);
  const double width = std::max(used.width, 8.0 * static_cast<double>(title.size())) + 2 * kMargin;
  const double height = used.height + kTitle + 2 * kMargin;
  const double scale = std::min({1.0, (kLong - 2 * kBorder) / (std::max(width, height) * kMillimetres),
                                 (kShort - 2 * kBorder) / (std::min(width, height) * kMillimetres)});
  std::string sheet = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\">\n"
      "<title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
      "<text x=\"{}\" y=\"{}\" font-family=\"Helvetica,sans-Serif\" font-size=\"18\">{}</text>\n",
      points(width * scale * kMillimetres), points(height * scale * kMillimetres), points(width), points(height),
      escaped(title), points(kMargin), points(kMargin + 16), escaped(title));
  for (std::size_t i = 0; i < read.size(); ++i) {
    sheet += fmt::format("<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\">{}</svg>\n",
                         points(kMargin + boxes[i].x), points(kMargin + kTitle + boxes[i].y), points(boxes[i].width),
                         points(boxes[i].height), points(read[i].left), points(read[i].top), points(read[i].width),
                         points(read[i].height), read[i].inside);
  }
  sheet += "</svg>\n";
  // The widths were measured with Helvetica's; these have the same.
  const std::string family = "Helvetica,sans-Serif";
  const std::string alike = "Helvetica,Arial,Liberation Sans,Nimbus Sans,sans-serif";
  for (std::size_t i = sheet.find(family); i != std::string::npos; i = sheet.find(family, i + alike.size())) {
    sheet.replace(i, family.size(), alike);
  }
  return sheet;
}

}  // namespace sagsflow
