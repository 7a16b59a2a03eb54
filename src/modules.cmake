# One folder of src/ is one module, one library, one floor: it includes only itself and the modules it USES.

add_library(assay_warnings INTERFACE)
target_compile_options(assay_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror
  -Wno-restrict  # g++ 12 sees overlaps in std::string that are not there (GCC bug 105651)
  -fstack-protector-strong -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
if(ASSAY_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
if(ASSAY_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

function(assay_module name)
  cmake_parse_arguments(ARG "" "" "USES;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(used ${ARG_USES})
  list(TRANSFORM used PREPEND assay_)
  add_library(assay_${name} STATIC ${sources})
  target_include_directories(assay_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(assay_${name} PUBLIC ${used} ${ARG_LINKS} PRIVATE assay_warnings)
  string(REPLACE ";" "," allowed "${name};${ARG_USES}")
  add_test(NAME floors.${name}
           COMMAND ${CMAKE_COMMAND} -Dmodule=${CMAKE_SOURCE_DIR}/src/${name} -Dallowed=${allowed}
                   -P ${CMAKE_SOURCE_DIR}/tests/check_floors.cmake)
endfunction()

# Puts the files of a rule pack into the program: one generated .S file with .incbin, and a table of names.
# Sources of `target` include "embedded_pack.h" (see src/audit/embedded_pack.h).
function(assay_embed_pack target pack)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/${pack}
       ${CMAKE_SOURCE_DIR}/${pack}/*.yaml ${CMAKE_SOURCE_DIR}/${pack}/*.csv)
  list(SORT files)
  set(blobs "")
  set(entries "")
  set(number 0)
  foreach(file IN LISTS files)
    set(path ${CMAKE_SOURCE_DIR}/${pack}/${file})
    string(APPEND blobs "asm(\".section .rodata\\nassay_blob_${number}_begin:\\n.incbin \\\"${path}\\\"\\nassay_blob_${number}_end:\\n.byte 0\\n.previous\\n\");\n")
    string(APPEND blobs "extern \"C\" const char assay_blob_${number}_begin[];\nextern \"C\" const char assay_blob_${number}_end[];\n")
    string(APPEND entries "    {\"${file}\", {assay_blob_${number}_begin, static_cast<std::size_t>(assay_blob_${number}_end - assay_blob_${number}_begin)}},\n")
    math(EXPR number "${number} + 1")
    list(APPEND paths ${path})
  endforeach()
  set(generated ${CMAKE_BINARY_DIR}/generated/embedded_pack.cpp)
  file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT
"// Generated from ${pack}.
#include \"audit/embedded_pack.h\"

${blobs}
namespace assay {

std::vector<EmbeddedFile> embedded_pack() {
  return {
${entries}  };
}

}  // namespace assay
")
  set_source_files_properties(${generated} PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${generated})
endfunction()
