#pragma once

#include <vector>

namespace sagsflow {

struct SheetBox {
  double width = 0, height = 0;
  double x = 0, y = 0;  ///< of the corner above left; what packing gives
};

/// Places the boxes without overlap, the first above left, so that a sheet of one of these shapes (width / height) that
/// holds them all is as small as may be. Gives the width and height used.
SheetBox pack(std::vector<SheetBox>& boxes, double gap, const std::vector<double>& shapes);

}  // namespace sagsflow
