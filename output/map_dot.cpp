#include "output/map_dot.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "output/map_style.h"
#include "output/map_words.h"
#include "output/rule_words.h"

namespace sagsflow {
namespace {

using NodeKind = MapNode::Kind;
using EdgeKind = MapEdge::Kind;

class DotWriter {
 public:
  DotWriter(const ProcessMap& map, Language language) : map_(map), language_(language) {}

  /// The clusters, one for each frame.
  std::vector<std::string> frames() {
    write_statuses();
    for (std::size_t i = 0; i < map_.nodes.size(); ++i) {
      if (map_.nodes[i].kind == NodeKind::procedure && has_steps(i)) write_procedure(i);
    }
    frames_.push_back(legend_dot(map_.compares(), language_));
    return std::move(frames_);
  }

 private:
  std::string words(std::string_view da, std::string_view en) const {
    return std::string(language_ == Language::danish ? da : en);
  }
  const std::string& label(std::size_t node) const { return in(map_.nodes[node].name, language_); }

  bool has_steps(std::size_t procedure) const {
    return std::ranges::any_of(map_.nodes, [&](const MapNode& node) {
      return node.procedure == map_.nodes[procedure].name.path && !node.procedure.empty();
    });
  }
  bool is_status(std::size_t node) const {
    return map_.nodes[node].kind == NodeKind::status || map_.nodes[node].kind == NodeKind::final_status;
  }

  void write_node(const std::string& id, const DrawnNode& drawn) {
    text_ += "    " + id + node_attributes(drawn) + ";\n";
  }

  void write_edge(const std::string& from, const std::string& to, EdgeKind kind, MapMark mark,
                  const std::vector<std::string>& lines) {
    text_ += fmt::format("    {} -> {}{};\n", from, to, edge_attributes(kind, mark, lines));
  }

  // --- statuses ---

  void write_statuses() {
    const bool whole = std::ranges::any_of(map_.edges, [](const MapEdge& edge) { return edge.kind == EdgeKind::exit; });
    if (!whole) return;
    text_ += "  subgraph cluster_statuses {\n" +
             frame_attributes(words("Statusser og afgange", "Statuses and exits"), MapMark::same);
    for (std::size_t i = 0; i < map_.nodes.size(); ++i) {
      const NodeKind kind = map_.nodes[i].kind;
      if (is_status(i) || kind == NodeKind::arrival || kind == NodeKind::stock) write_status(i);
    }
    for (const MapEdge& edge : map_.edges) {
      if (edge.kind == EdgeKind::exit || edge.kind == EdgeKind::arrives) write_exit(edge);
    }
    frames_.push_back(std::exchange(text_, {}) + "  }\n");
  }

  void write_status(std::size_t index) {
    const MapNode& node = map_.nodes[index];
    DrawnNode drawn{node.kind, node.mark, label(index), {}, false};
    if (!node.time.empty()) drawn.lines.push_back({time_words(node.time, language_), MapMark::same});
    for (const MapEdge& edge : map_.edges) {
      if (edge.from != index) continue;
      const std::string procedure = label(edge.to);
      if (edge.kind == EdgeKind::on_enter) {
        drawn.lines.push_back({words("ved start: ", "on entry: ") + procedure, edge.mark});
      } else if (edge.kind == EdgeKind::duty) {
        drawn.lines.push_back(
            {fmt::format("{}: {}", in(edge.name, language_), time_words(edge.time, language_)), edge.mark});
      }
    }
    write_node(status_id(index), drawn);
  }

  void write_exit(const MapEdge& edge) {
    std::vector<std::string> lines;
    if (!edge.name.path.empty()) lines.push_back(in(edge.name, language_));
    if (!edge.time.empty()) lines.push_back(time_words(edge.time, language_));
    if (const std::string ways = ways_words(edge, language_); !ways.empty()) lines.push_back(ways);
    write_edge(status_id(edge.from), status_id(edge.to), edge.kind, edge.mark, lines);
  }

  static std::string status_id(std::size_t node) { return fmt::format("s{}", node); }

  // --- procedures ---

  void write_procedure(std::size_t procedure) {
    const MapNode& of = map_.nodes[procedure];
    text_ += fmt::format("  subgraph cluster_p{} {{\n{}", procedure, frame_attributes(label(procedure), of.mark));
    write_begin(procedure);
    for (std::size_t i = 0; i < map_.nodes.size(); ++i) {
      if (map_.nodes[i].procedure == of.name.path) write_step(i);
    }
    for (std::size_t i = 0; i < map_.edges.size(); ++i) {
      const MapEdge& edge = map_.edges[i];
      if (edge.from == procedure && edge.kind == EdgeKind::first) {
        write_edge(fmt::format("b{}", procedure), step_id(edge.to), edge.kind, edge.mark, {});
      }
      if (map_.nodes[edge.from].procedure == of.name.path) write_way(i);
    }
    frames_.push_back(std::exchange(text_, {}) + "  }\n");
  }

  /// What begins the procedure, each once.
  void write_begin(std::size_t procedure) {
    DrawnNode drawn{NodeKind::procedure, MapMark::same, words("Begynder", "Begins"), {}, false};
    for (const MapEdge& edge : map_.edges) {
      if (edge.to != procedure) continue;
      std::string line = label(edge.from);
      if (edge.kind == EdgeKind::duty) line += ": " + in(edge.name, language_);
      if (edge.kind == EdgeKind::starts) line = label_of_procedure(edge.from) + ": " + line;
      drawn.lines.push_back({line, edge.mark});
    }
    write_node(fmt::format("b{}", procedure), drawn);
  }

  std::string label_of_procedure(std::size_t step) const {
    const auto found =
        std::ranges::find(map_.nodes, map_.nodes[step].procedure, [](const MapNode& node) { return node.name.path; });
    return found == map_.nodes.end() ? std::string() : in(found->name, language_);
  }

  static std::string step_id(std::size_t node) { return fmt::format("n{}", node); }

  bool is_choice(std::size_t step) const {
    if (map_.nodes[step].kind != NodeKind::branch) return false;
    return std::ranges::count_if(map_.edges, [&](const MapEdge& edge) {
             return edge.from == step && (edge.kind == EdgeKind::next || edge.kind == EdgeKind::becomes);
           }) > 1;
  }

  void write_step(std::size_t index) {
    const MapNode& node = map_.nodes[index];
    if (node.kind == NodeKind::end) {
      write_node(step_id(index), {node.kind, node.mark, "", {}, false});
      return;
    }
    DrawnNode drawn{node.kind, node.mark, label(index), {}, node.outside, is_choice(index)};
    for (const Named& actor : node.actors) drawn.lines.push_back({in(actor, language_), MapMark::same});
    if (!node.time.empty()) drawn.lines.push_back({time_words(node.time, language_), MapMark::same});
    if (!node.deadline.empty())
      drawn.lines.push_back({words("frist ", "limit ") + time_words(node.deadline, language_), MapMark::same});
    if (!node.fee.empty()) drawn.lines.push_back({time_words(node.fee, language_), MapMark::same});
    write_node(step_id(index), drawn);
  }

  /// An edge from a step; a status or another procedure that it leads to is drawn again beside it.
  void write_way(std::size_t index) {
    const MapEdge& edge = map_.edges[index];
    std::string to = step_id(edge.to);
    if (edge.kind == EdgeKind::starts || edge.kind == EdgeKind::becomes) {
      to = fmt::format("r{}_{}", edge.from, edge.to);
      const NodeKind kind = edge.kind == EdgeKind::starts ? NodeKind::procedure : map_.nodes[edge.to].kind;
      const std::string lead =
          edge.kind == EdgeKind::starts ? words("Begynder: ", "Begins: ") : words("Status: ", "Status: ");
      write_node(to, {kind, edge.mark, lead + label(edge.to), {}, false});
    }
    std::vector<std::string> lines;
    if (edge.kind == EdgeKind::gives_up) lines.push_back(words("efter ", "after ") + time_words(edge.time, language_));
    if (edge.kind == EdgeKind::again) lines.push_back(fmt::format("{} ×", edge.time));
    if (const std::string ways = ways_words(edge, language_); !ways.empty()) lines.push_back(ways);
    write_edge(step_id(edge.from), to, edge.kind, edge.mark, lines);
  }

  const ProcessMap& map_;
  Language language_;
  std::string text_;  ///< of the frame being written
  std::vector<std::string> frames_;
};

}  // namespace

std::string map_dot(const ProcessMap& map, Language language) {
  std::string text =
      fmt::format("digraph sagsflow {{\n{}  label=<{}>;\n", kGraphAttributes, escaped(map_title(map, language)));
  for (const std::string& frame : DotWriter(map, language).frames()) text += frame;
  return text + "}\n";
}

std::vector<std::string> map_frames_dot(const ProcessMap& map, Language language) {
  std::vector<std::string> graphs;
  for (const std::string& frame : DotWriter(map, language).frames()) {
    graphs.push_back(fmt::format("digraph sagsflow {{\n{}{}}}\n", kGraphAttributes, frame));
  }
  return graphs;
}

}  // namespace sagsflow
