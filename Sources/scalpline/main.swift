ScalplineCommand.main()
