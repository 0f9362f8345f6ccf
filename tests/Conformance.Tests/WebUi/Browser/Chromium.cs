using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace TemporalVideo.Conformance.Tests.WebUi.Browser;

/// <summary>A headless Chromium that reaches nothing but the loopback interface.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _profile;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _said = new();
    private Devtools _devtools = null!;

    private Chromium(string program)
    {
        _profile = Directory.CreateTempSubdirectory("chromium-").FullName;
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={_profile}", "--no-first-run",
                    "--no-default-browser-check",
                "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion", "--lang=en-US",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "about:blank",
            },
        };
        if (Environment.IsPrivilegedProcess)
        {
            start.ArgumentList.Insert(0, "--no-sandbox");
        }

        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, said) => Hear(said.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts the browser.</summary>
    /// <exception cref="SkipException">There is none on this machine: the test is reported as skipped.</exception>
    public static async Task<Chromium> StartAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        var program = Programs.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Skip.If(program is null, "Chromium is not installed.");
        var browser = new Chromium(program!);
        try
        {
            browser._devtools = await Devtools.ConnectAsync(await browser._address.Task.WaitAsync(StartLimit));
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens an empty page in a window of its own.</summary>
    public async Task<Page> OpenAsync()
    {
        var target = await _devtools.CallAsync("Target.createTarget", new JsonObject
        {
            ["url"] = "about:blank",
            ["width"] = 1500,
            ["height"] = 1300,
            ["newWindow"] = true,
        });
        var id = target.GetProperty("targetId").GetString()!;
        var session = await _devtools.CallAsync("Target.attachToTarget", new JsonObject { ["targetId"] = id, ["flatten"] = true });
        return new Page(_devtools, id, session.GetProperty("sessionId").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        if (_devtools is not null)
        {
            await _devtools.DisposeAsync();
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        DeleteProfile();
    }

    private void Hear(string? line)
    {
        const string Announcement = "DevTools listening on ";
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"Chromium did not start: {string.Join('\n', _said)}"));
        }
        else if (line.StartsWith(Announcement, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[Announcement.Length..]));
        }
        else if (!_address.Task.IsCompleted)
        {
            _said.Enqueue(line);
        }
    }

    /// <summary>Its helpers may still write for a moment after the browser has gone.</summary>
    private void DeleteProfile()
    {
        for (var attempt = 0; Directory.Exists(_profile) && attempt < 20; attempt++)
        {
            try
            {
                Directory.Delete(_profile, recursive: true);
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
