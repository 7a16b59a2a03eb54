#pragma once

#include <string>
#include <string_view>

#include "report/ask.h"

namespace assay {

/// The question where no input holds the table that it is about; empty when it is asked in the words of the finding.
std::string english_question(SheetQuestion::Form form, std::string_view subject);

/// The question in Chinese, as trade and customs papers word it. `subject` is the row or party that it is about.
std::string chinese_question(SheetQuestion::Form form, std::string_view field, std::string_view subject,
                             Cause::Why why);

/// How an answer is written into the sheet, in either language.
std::string_view english_how(SheetQuestion::Form form);
std::string_view chinese_how(SheetQuestion::Form form);

}  // namespace assay
