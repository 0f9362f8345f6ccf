using System.Diagnostics;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.TypeScript.Tests.Servers;

/// <summary>The npm project <c>node</c> of this room: whether it is installed, and its workflows as one file.</summary>
internal static class NodePackage
{
    private static readonly Lazy<Task<string>> Bundled = new(BundleAsync);

    /// <summary>The folder of the npm project.</summary>
    public static string Folder { get; } = Path.Combine(TestPaths.RepositoryRoot, "tests", "TypeScript.Tests", "node");

    /// <summary>The bundle of the workflows, made anew when a source is newer.</summary>
    /// <exception cref="SkipException">Node or the packages are missing: the test is reported as skipped.</exception>
    public static Task<string> BundleFileAsync()
    {
        var installed = Directory.Exists(Path.Combine(Folder, "node_modules", "@temporalio", "worker"));
        Skip.IfNot(installed, "The packages of tests/TypeScript.Tests/node are not installed; ./test installs them.");
        return Bundled.Value;
    }

    private static async Task<string> BundleAsync()
    {
        var bundle = Path.Combine(AppContext.BaseDirectory, "workflow-bundle.js");
        var newest = Directory.EnumerateFiles(Path.Combine(Folder, "workflows"))
            .Append(Path.Combine(Folder, "package-lock.json"))
            .Max(File.GetLastWriteTimeUtc);
        if (File.Exists(bundle) && File.GetLastWriteTimeUtc(bundle) > newest)
        {
            return bundle;
        }

        using var node = Process.Start(new ProcessStartInfo("node", ["harness/bundle.js", bundle]) { WorkingDirectory = Folder, RedirectStandardError = true })!;
        var errors = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? bundle : throw new InvalidOperationException($"The workflows could not be bundled: {errors}");
    }
}
