using TemporalVideo.Tests.Support;

namespace TemporalVideo.Aws.Tests;

/// <summary>Credentials that emulators take, in the environment of the tests.</summary>
internal static class Credentials
{
    public static void Use()
    {
        foreach (var (name, value) in MotoServer.Credentials)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
