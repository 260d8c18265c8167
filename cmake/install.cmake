# Installation: the program, the library with its public headers, and a package that find_package(isnad) finds.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(ISNAD_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/isnad)
install(TARGETS isnad_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS isnad EXPORT isnadTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/isnad DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT isnadTargets NAMESPACE isnad:: DESTINATION ${ISNAD_PACKAGE_DIR})
configure_package_config_file(cmake/isnadConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/isnadConfig.cmake
                              INSTALL_DESTINATION ${ISNAD_PACKAGE_DIR})
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/isnadConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/isnadConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/isnadConfigVersion.cmake
        DESTINATION ${ISNAD_PACKAGE_DIR})

# The man page and the shell completions come from the program's own table of options.
set(ISNAD_DOCUMENTATION ${CMAKE_CURRENT_BINARY_DIR}/documentation)
file(MAKE_DIRECTORY ${ISNAD_DOCUMENTATION})
add_custom_command(TARGET isnad_cli POST_BUILD VERBATIM WORKING_DIRECTORY ${ISNAD_DOCUMENTATION}
  COMMAND isnad_cli man > isnad.1
  COMMAND isnad_cli completion bash > isnad.bash
  COMMAND isnad_cli completion zsh > isnad.zsh
  COMMAND isnad_cli completion fish > isnad.fish)
install(FILES ${ISNAD_DOCUMENTATION}/isnad.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${ISNAD_DOCUMENTATION}/isnad.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME isnad)
install(FILES ${ISNAD_DOCUMENTATION}/isnad.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _isnad)
install(FILES ${ISNAD_DOCUMENTATION}/isnad.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
