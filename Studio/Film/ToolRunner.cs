using System.ComponentModel;
using System.Diagnostics;

namespace TemporalVideo.Studio.Film;

/// <summary>Runs command-line tools. Cancelling kills the tool with all processes it has started.</summary>
public sealed class ToolRunner
{
    /// <summary>Whether a program of this name is in <c>PATH</c>.</summary>
    /// <param name="program">A bare name, such as <c>flite</c>.</param>
    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    /// <summary>Runs a tool to its end.</summary>
    /// <param name="call">What to run.</param>
    /// <param name="cancellationToken">Kills the tool.</param>
    /// <exception cref="ToolFailedException">It ended with an exit code other than 0.</exception>
    /// <exception cref="ToolMissingException">It is not installed.</exception>
    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(call);
        try
        {
            var output = ReadOutputAsync(process, call.OnOutputLine, cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var inputFailure = await WriteInputAsync(process, call, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var result = new ToolResult(await output, await errors);
            if (process.ExitCode != 0)
            {
                throw new ToolFailedException(call, process.ExitCode, result.ErrorOutput);
            }

            return inputFailure is null ? result : throw inputFailure;
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process Start(ToolCall call)
    {
        var start = new ProcessStartInfo(call.Program, call.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"No process was started for '{call.Program}'.");
        }
        catch (Win32Exception exception)
        {
            throw new ToolMissingException(call.Program, exception);
        }
    }

    private static async Task<string> ReadOutputAsync(Process process, Action<string>? onLine, CancellationToken cancellationToken)
    {
        if (onLine is null)
        {
            return await process.StandardOutput.ReadToEndAsync(cancellationToken);
        }

        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            onLine(line);
        }

        return "";
    }

    /// <returns>The broken pipe of a tool that stopped reading: its own exit code and words explain it better.</returns>
    private static async Task<IOException?> WriteInputAsync(Process process, ToolCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (call.WriteInput is not null)
            {
                await call.WriteInput(process.StandardInput.BaseStream, cancellationToken);
            }

            process.StandardInput.Close();
            return null;
        }
        catch (IOException exception)
        {
            return exception;
        }
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }
}
