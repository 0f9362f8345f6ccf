using TemporalVideo.Starter;

return await StarterCommandLine.RunAsync(args);
