#include "output/map_style.h"

#include <fmt/format.h>

#include "output/text_width.h"

namespace sagsflow {
namespace {

using NodeKind = MapNode::Kind;
using EdgeKind = MapEdge::Kind;

constexpr std::size_t kTitleColumns = 24;
constexpr std::size_t kLineColumns = 32;

struct MarkStyle {
  std::string_view sign;   ///< before the title
  std::string_view color;  ///< empty: that of the rest
  std::string_view line;   ///< attributes of the border or edge
};
MarkStyle style_of(MapMark mark) {
  switch (mark) {
    case MapMark::added:
      return {"+ ", "#009E73", "penwidth=2.6"};
    case MapMark::removed:
      return {"– ", "#D55E00", "penwidth=1.4"};
    case MapMark::altered:
      return {"≠ ", "#0072B2", "penwidth=2.2"};
    case MapMark::same:
      break;
  }
  return {"", "", ""};
}

struct NodeStyle {
  std::string_view shape, fill, style;
};
NodeStyle style_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::arrival:
      return {"underline", "#FFFFFF", "filled"};
    case NodeKind::stock:
      return {"cylinder", "#FFFFFF", "filled"};
    case NodeKind::status:
      return {"box", "#DCEEFA", "filled,rounded"};
    case NodeKind::final_status:
      return {"box", "#E4E4E4", "filled,rounded"};
    case NodeKind::procedure:
      return {"note", "#FFFFFF", "filled"};
    case NodeKind::branch:
      return {"ellipse", "#FFFFFF", "filled"};
    case NodeKind::work:
      return {"box", "#FFFFFF", "filled"};
    case NodeKind::wait:
      return {"hexagon", "#EFEFEF", "filled"};
    case NodeKind::meeting:
      return {"octagon", "#FBF5C4", "filled"};
    case NodeKind::end:
      return {"circle", "#333333", "filled"};
  }
  return {"box", "#FFFFFF", "filled"};
}

std::string small(const DrawnLine& line) {
  const MarkStyle mark = style_of(line.mark);
  std::string text;
  for (const std::string& part : wrapped(std::string(mark.sign) + line.text, kLineColumns)) {
    text += "<br/>" + escaped(part);
  }
  if (line.mark == MapMark::removed) text = "<s>" + text + "</s>";
  if (!mark.color.empty()) text = fmt::format("<font color=\"{}\">{}</font>", mark.color, text);
  return text;
}

/// Wrapped, with a line break between lines.
std::string title_html(const DrawnNode& node) {
  const std::size_t columns = node.choice ? kTitleColumns / 2 + 2 : kTitleColumns;
  std::string html;
  for (const std::string& part : wrapped(std::string(style_of(node.mark).sign) + node.title, columns)) {
    html += (html.empty() ? "" : "<br/>") + escaped(part);
  }
  return html;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string html;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\n':
        html += "<br/>";
        break;
      default:
        html += letter;
    }
  }
  return html;
}

std::string node_attributes(const DrawnNode& node) {
  NodeStyle look = style_of(node.kind);
  if (node.choice) look.shape = "diamond";
  const MarkStyle mark = style_of(node.mark);
  std::string style(look.style);
  if (node.mark == MapMark::removed) style += ",dashed";
  std::string attributes = fmt::format("shape={}, fillcolor=\"{}\", style=\"{}\"", look.shape, look.fill, style);
  if (node.kind == NodeKind::end) return " [" + attributes + ", width=0.14, height=0.14, fixedsize=true, label=\"\"]";
  if (node.kind == NodeKind::final_status || node.outside) attributes += ", peripheries=2";
  const bool slanted = node.kind == NodeKind::branch || node.kind == NodeKind::wait || node.kind == NodeKind::meeting;
  if (slanted) attributes += ", margin=\"0,0\"";
  if (!mark.color.empty()) attributes += fmt::format(", color=\"{}\", {}", mark.color, mark.line);
  std::string label = title_html(node);
  std::string lines;
  for (const DrawnLine& line : node.lines) lines += small(line);
  if (!lines.empty()) label += "<font point-size=\"8\" color=\"#444444\">" + lines + "</font>";
  return fmt::format(" [{}, label=<{}>]", attributes, label);
}

std::string edge_attributes(EdgeKind kind, MapMark mark, const std::vector<std::string>& lines) {
  const MarkStyle look = style_of(mark);
  std::vector<std::string> attributes;
  if (mark == MapMark::removed || kind == EdgeKind::gives_up) {
    attributes.emplace_back(mark == MapMark::removed ? "style=dashed" : "style=\"dashed,bold\"");
  } else if (kind == EdgeKind::starts || kind == EdgeKind::again) {
    attributes.emplace_back("style=dotted, arrowhead=open");
  }
  if (!look.color.empty())
    attributes.push_back(fmt::format("color=\"{0}\", fontcolor=\"{0}\", {1}", look.color, look.line));
  std::string label;
  for (const std::string& line : lines) label += (label.empty() ? escaped(look.sign) : "<br/>") + escaped(line);
  if (label.empty() && mark != MapMark::same) label = escaped(look.sign.substr(0, look.sign.size() - 1));
  if (!label.empty()) attributes.push_back(fmt::format("label=<{}>", label));
  if (attributes.empty()) return {};
  return fmt::format(" [{}]", fmt::join(attributes, ", "));
}

std::string frame_attributes(const std::string& title, MapMark mark) {
  const MarkStyle look = style_of(mark);
  const std::string_view color = look.color.empty() ? "#999999" : look.color;
  return fmt::format("    label=<{}>; fontsize=13; style=\"rounded{}\"; color=\"{}\"; {} margin=8;\n",
                     escaped(std::string(look.sign) + title), mark == MapMark::removed ? ",dashed" : "", color,
                     mark == MapMark::same ? "" : std::string(look.line) + ";");
}

std::string legend_dot(bool compares, Language language) {
  const bool danish = language == Language::danish;
  std::string text =
      "  subgraph cluster_legend {\n" + frame_attributes(danish ? "Tegnforklaring" : "Legend", MapMark::same);
  struct Sample {
    NodeKind kind;
    Phrase words;
    bool outside = false, choice = false;
  };
  const std::vector<Sample> samples{{NodeKind::arrival, {"Tilgang", "Arrivals"}},
                                    {NodeKind::status, {"Status", "Status"}},
                                    {NodeKind::final_status, {"Status, der forlader modellen", "Status that leaves"}},
                                    {NodeKind::work, {"Arbejde", "Work"}},
                                    {NodeKind::work, {"Arbejde uden for kommunen", "Work outside"}, true},
                                    {NodeKind::wait, {"Ventetid", "Wait"}},
                                    {NodeKind::meeting, {"Møde", "Meeting"}},
                                    {NodeKind::branch, {"Valg", "Choice"}, false, true},
                                    {NodeKind::branch, {"Hændelse", "Event"}},
                                    {NodeKind::procedure, {"Anden sagsgang", "Other procedure"}}};
  std::vector<std::string> ids;
  const auto add = [&](const DrawnNode& node) {
    ids.push_back(fmt::format("l{}", ids.size()));
    text += "    " + ids.back() + node_attributes(node) + ";\n";
  };
  for (const Sample& sample : samples)
    add({sample.kind, MapMark::same, std::string(sample.words.in(language)), {}, sample.outside, sample.choice});
  if (compares) {
    add({NodeKind::work, MapMark::added, danish ? "kommer til" : "added", {}, false});
    add({NodeKind::work, MapMark::removed, danish ? "udgår" : "removed", {}, false});
    add({NodeKind::work, MapMark::altered, danish ? "ændret" : "changed", {}, false});
  }
  for (std::size_t i = 1; i < ids.size(); ++i) {
    if (i % 3 != 0) text += fmt::format("    {} -> {} [style=invis];\n", ids[i - 1], ids[i]);
  }
  return text + "  }\n";
}

}  // namespace sagsflow
