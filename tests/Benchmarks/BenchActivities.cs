using Temporalio.Activities;

namespace TemporalVideo.Benchmarks;

/// <summary>The activities of the measured workflows.</summary>
public static class BenchActivities
{
    [Activity("echo")]
    public static string Echo(string text) => text;
}
