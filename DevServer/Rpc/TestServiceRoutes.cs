using TemporalVideo.DevServer.Hosting;
using TemporalVideo.DevServer.Testing;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What the TestService answers; served only when time may be skipped.</summary>
internal static class TestServiceRoutes
{
    public static RpcTable AddTestService(this RpcTable table, ServerParts parts) => table
        .Add("LockTimeSkipping", new LockTimeSkipping(parts.Clock))
        .Add("UnlockTimeSkipping", new UnlockTimeSkipping(parts.Clock))
        .Add("Sleep", new Sleep(parts.Clock))
        .Add("SleepUntil", new SleepUntil(parts.Clock))
        .Add("UnlockTimeSkippingWithSleep", new UnlockTimeSkippingWithSleep(parts.Clock))
        .Add("GetCurrentTime", new GetCurrentTime(parts.Clock));
}
