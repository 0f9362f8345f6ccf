using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>Turns SVG into PNG with librsvg's <c>rsvg-convert</c>.</summary>
internal static class Rasteriser
{
    /// <summary>Writes a PNG of the size that the document names.</summary>
    public static async Task DrawAsync(string svg, string file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("rsvg-convert", ["--format", "png", "--output", file])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Start(start);
        await using var kill = cancellationToken.Register(() => Kill(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.StandardInput.WriteAsync(svg.AsMemory(), CancellationToken.None);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }

        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"rsvg-convert ended with code {process.ExitCode} on {Path.GetFileName(file)}: {(await errors).Trim()}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException("rsvg-convert cannot be started. Install librsvg (Debian: apt-get install librsvg2-bin).", error);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }
}
