# Writes data_bytes.S and data_index.cc for the files named in LIST (a path a line), relative to ROOT.
file(STRINGS ${LIST} files)
set(assembly ".section .rodata\n")
set(declarations "")
set(entries "")
set(hashes "")
set(number 0)
foreach(path ${files})
  file(RELATIVE_PATH name ${ROOT} ${path})
  if(name MATCHES "^\\.\\./")  # made by the build: "generated/NAME"
    file(RELATIVE_PATH name ${OUT} ${path})
  endif()
  file(SHA256 ${path} hash)
  string(APPEND hashes "${name} ${hash}\n")
  string(APPEND assembly ".balign 16\n.globl isnad_data_${number}\nisnad_data_${number}:\n.incbin \"${path}\"\n"
                         ".globl isnad_data_${number}_end\nisnad_data_${number}_end:\n.byte 0\n")
  string(APPEND declarations "extern const char isnad_data_${number}[], isnad_data_${number}_end[];\n")
  string(APPEND entries "    {\"${name}\", isnad_data_${number}, isnad_data_${number}_end},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(SHA256 all "${hashes}")
string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
file(WRITE ${OUT}/data_bytes.S "${assembly}")
file(WRITE ${OUT}/data_index.cc "// Made by cmake/embed.cmake.
extern \"C\" {
${declarations}}
namespace isnad {
struct EmbeddedFile { const char* name; const char* begin; const char* end; };
extern const EmbeddedFile embedded_files[];
extern const unsigned embedded_file_count;
extern const char embedded_sha256[];
const EmbeddedFile embedded_files[] = {
${entries}};
const unsigned embedded_file_count = ${number};
const char embedded_sha256[] = \"${all}\";
}  // namespace isnad
")
