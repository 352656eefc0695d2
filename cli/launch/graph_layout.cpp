#include "cli/launch/graph_layout.h"

#include <graphviz/gvc.h>

#include <memory>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_core_LTX_library;
}

namespace sagsflow {
namespace {

// Without plug-ins found at run time there is none that asks the machine for fonts.
const lt_symlist_t kPlugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                 {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                 {nullptr, nullptr}};

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};

}  // namespace

std::expected<std::string, std::string> svg_of_dot(const std::string& dot) {
  const std::unique_ptr<GVC_t, FreeContext> context(gvContextPlugins(kPlugins, 0));
  agseterr(AGMAX);
  const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(dot.c_str()));
  const auto problem = [] { return std::string("Graphviz: ") + (aglasterr() ? aglasterr() : "no drawing"); };
  if (!graph || gvLayout(context.get(), graph.get(), "dot") != 0) return std::unexpected(problem());
  char* drawing = nullptr;
  unsigned length = 0;
  const bool drawn = gvRenderData(context.get(), graph.get(), "svg", &drawing, &length) == 0 && drawing;
  std::string svg = drawn ? std::string(drawing, length) : std::string();
  if (drawing) gvFreeRenderData(drawing);
  gvFreeLayout(context.get(), graph.get());
  if (!drawn) return std::unexpected(problem());
  return svg;
}

}  // namespace sagsflow
