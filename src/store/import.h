// Reading what export_reports wrote.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/document.h"
#include "read/reports.h"
#include "store/corrections.h"

namespace isnad {

// Reads a file of export_reports: each report goes to on_report, all corrections are given back in their order. Lines
// that are neither go to on_problem. Throws Error where the file can't be read.
std::vector<StoredCorrection> read_export(const std::string& path, const std::function<void(Document&&)>& on_report,
                                          const std::function<void(const ReadProblem&)>& on_problem);

// Puts corrections in the store as they are, those that it has already left out. Gives how many were new.
size_t import_corrections(Database& database, const std::vector<StoredCorrection>& corrections);

}  // namespace isnad
