#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/list_builder.h"
#include "lists/list_part.h"

namespace assay {

/// What an XML list is read with. Names of elements come without their namespace.
struct XmlHandler {
  /// `attribute(name)` gives the value of an attribute of the element, empty when it has none.
  std::function<void(std::string_view element, const std::function<std::string_view(std::string_view)>& attribute,
                     std::uint32_t line)>
      begin;
  /// The text between begin and end of an element, without that of its children.
  std::function<void(std::string_view element, std::string_view text)> end;
};

/// Reads the part in blocks. A document type declaration, what is not well-formed and what ends before its root does
/// is refused: entities could name files or swell without bound, and a list that is cut would clear whom it lost.
void read_xml(const ListPart& part, const XmlHandler& handler, ListBuilder& builder);

/// The name of the root element, without namespace; empty when the head is no XML or has no element.
std::string_view root_of(std::string_view head);

}  // namespace assay
