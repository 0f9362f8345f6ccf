using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Workflows.Tests;

/// <summary>Compiles snippets with the compiler, analyzer and list that the build of Workflows uses.</summary>
public sealed partial class BannedSymbolsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("banned-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Build_NondeterministicCalls_FailsAtEachOfThem()
    {
        string[] violations =
        [
            "_ = System.DateTime.Now;", "_ = System.DateTime.UtcNow;", "_ = System.DateTimeOffset.UtcNow;",
            "_ = System.Guid.NewGuid();", "_ = new System.Random();", "_ = System.Random.Shared;",
            "System.Threading.Tasks.Task.Run(() => { });", "await System.Threading.Tasks.Task.Delay(1);",
            "await System.Threading.Tasks.Task.CompletedTask.ConfigureAwait(false);",
            "await System.Threading.Tasks.Task.WhenAny(System.Threading.Tasks.Task.CompletedTask, "
                + "System.Threading.Tasks.Task.CompletedTask);",
            "new System.Threading.Thread(() => { }).Start();", "System.IO.File.Delete(\"x\");",
            "_ = new System.Net.Http.HttpClient();", "_ = System.Environment.GetEnvironmentVariable(\"X\");",
            "_ = System.TimeProvider.System;", "System.Console.WriteLine();",
        ];

        var (exitCode, output) = await CompileAsync(string.Join('\n', violations));

        exitCode.Should().NotBe(0);
        var lines = BannedAt().Matches(output).Select(match => violations[int.Parse(match.Groups[1].Value) - 1]).Distinct();
        lines.Should().BeEquivalentTo(violations);
    }

    [Fact]
    public async Task Build_DeterministicCode_Passes()
    {
        var (exitCode, output) =
            await CompileAsync("_ = new System.DateTime(2020, 1, 1); await System.Threading.Tasks.Task.CompletedTask;");

        exitCode.Should().Be(0, output);
    }

    private async Task<(int ExitCode, string Output)> CompileAsync(string body)
    {
        var source = Path.Combine(_folder.FullName, "Snippet.cs");
        await File.WriteAllTextAsync(source,
            $"static class Snippet {{ public static async System.Threading.Tasks.Task RunAsync() {{\n#line 1\n{body}\n}} }}");
        var start = new ProcessStartInfo(DotnetFolder("dotnet")) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Compiler(), "-nologo", "-target:library", "-warnaserror+", $"-out:{Path.Combine(_folder.FullName, "snippet.dll")}",
            .. References().Select(file => $"-r:{file}"), .. Analyzers().Select(file => $"-analyzer:{file}"),
            $"-additionalfile:{Path.Combine(TestPaths.RepositoryRoot, "Workflows", "BannedSymbols.txt")}", source,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string DotnetFolder(string path) =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", path));

    private static string Compiler() => Directory
        .GetDirectories(DotnetFolder("sdk"))
        .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
        .Last(File.Exists);

    private static IEnumerable<string> References() => Directory
        .GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "System*.dll")
        .Where(file => !Path.GetFileName(file).Contains("Native", StringComparison.Ordinal));

    private static IEnumerable<string> Analyzers()
    {
        var package = typeof(BannedSymbolsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(item => item.Key == "BannedApiAnalyzers").Value!;
        return Directory.GetFiles(Path.Combine(package, "analyzers", "dotnet", "cs"), "*.dll")
            .Concat(Directory.GetFiles(Path.Combine(package, "analyzers", "dotnet"), "*.dll"));
    }

    [GeneratedRegex(@"\((\d+),\d+\): error RS0030")]
    private static partial Regex BannedAt();
}
