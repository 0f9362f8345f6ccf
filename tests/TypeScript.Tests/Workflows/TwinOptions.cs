using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The options of <c>node/workflows/proxies.js</c>.</summary>
internal static class TwinOptions
{
    public static ActivityOptions Minute => new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    public static ActivityOptions Retried => new()
    {
        StartToCloseTimeout = TimeSpan.FromMinutes(1),
        RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(100), MaximumAttempts = 3 },
    };

    public static ActivityOptions Heartbeating => new()
    {
        StartToCloseTimeout = TimeSpan.FromMinutes(1),
        HeartbeatTimeout = TimeSpan.FromSeconds(20),
        RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(100), MaximumAttempts = 3 },
    };

    public static LocalActivityOptions Local => new() { StartToCloseTimeout = TimeSpan.FromSeconds(20), RetryPolicy = new() { MaximumAttempts = 1 } };

    /// <summary>The same options, on another task queue.</summary>
    public static ActivityOptions On(this ActivityOptions options, string taskQueue)
    {
        options.TaskQueue = taskQueue;
        return options;
    }
}
