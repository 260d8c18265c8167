# What the build makes from installed data: Unicode tables (ICU) and the table of Arabic word forms (hunspell-ar).
set(ISNAD_GENERATED ${CMAKE_CURRENT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${ISNAD_GENERATED})

add_executable(make_unicode_tables tools/make_unicode_tables.cc src/base/utf8.cc)
target_include_directories(make_unicode_tables PRIVATE src tools)
target_link_libraries(make_unicode_tables PRIVATE isnad_flags ICU::i18n ICU::uc ICU::data)
add_custom_command(
  OUTPUT ${ISNAD_GENERATED}/unicode_tables.cc
  COMMAND make_unicode_tables ${ISNAD_GENERATED}/unicode_tables.cc
  DEPENDS make_unicode_tables
  COMMENT "Making the Unicode tables")
