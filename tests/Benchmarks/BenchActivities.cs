using Temporalio.Activities;

namespace TemporalVideo.Benchmarks;

/// <summary>The activities of the measured workflows.</summary>
public static class BenchActivities
{
    private static int _held;

    /// <summary>How many workflows have come to their wait.</summary>
    public static int Held => _held;

    [Activity("echo")]
    public static string Echo(string text) => text;

    [Activity("countHeld")]
    public static void CountHeld() => Interlocked.Increment(ref _held);
}
