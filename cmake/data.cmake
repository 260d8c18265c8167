include(cmake/generate.cmake)

# Embeds every file of data/ in the library: an assembler file takes their bytes, a C++ file lists them.
file(GLOB_RECURSE ISNAD_DATA_FILES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/data/*)
list(SORT ISNAD_DATA_FILES)
list(APPEND ISNAD_DATA_FILES ${ISNAD_GENERATED}/word_forms.bin)
set(ISNAD_DATA_SOURCES ${CMAKE_CURRENT_BINARY_DIR}/data_bytes.S ${CMAKE_CURRENT_BINARY_DIR}/data_index.cc)
string(JOIN "\n" ISNAD_DATA_LIST ${ISNAD_DATA_FILES})
file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/data_files.txt CONTENT "${ISNAD_DATA_LIST}\n")
add_custom_command(
  OUTPUT ${ISNAD_DATA_SOURCES}
  COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_SOURCE_DIR}/data -DLIST=${CMAKE_CURRENT_BINARY_DIR}/data_files.txt
          -DOUT=${CMAKE_CURRENT_BINARY_DIR} -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.cmake
  DEPENDS ${ISNAD_DATA_FILES} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.cmake ${CMAKE_CURRENT_BINARY_DIR}/data_files.txt
  COMMENT "Embedding data/")
