namespace TemporalVideo.DevServer.Host;

/// <summary>How this program and the test that started it talk: one line when it serves, and the end of its input when it may go.</summary>
internal static class UntilInputEnds
{
    public static Task SayAsync(string line)
    {
        Console.WriteLine(line);

        // The console's reader blocks even where it is called asynchronously: on the caller's thread a worker would never begin to poll.
        return Task.Run(() =>
        {
            while (Console.In.ReadLine() is not null)
            {
            }
        });
    }
}
