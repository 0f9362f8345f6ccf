namespace TemporalVideo.DevServer.Host;

/// <summary>How this program and the test that started it talk: one line when it serves, and the end of its input when it may go.</summary>
internal static class UntilInputEnds
{
    public static async Task SayAsync(string line)
    {
        Console.WriteLine(line);
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
    }
}
