import ScalplineApp

Scalpline.prepareProcess()
ScalplineCommand.main()
