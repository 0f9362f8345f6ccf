using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.WebUi.Browser;

/// <summary>One page of the browser. Everything waits until the page is ready for it; nothing depends on how fast it is.</summary>
internal sealed class Page(Devtools devtools, string target, string session) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Finds the last visible element of a selector, by its first line of text if one is asked for: dialogs come last in a
    /// document.</summary>
    private const string Find = """
        (selector, text) => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility({ visibilityProperty: true })
            && !e.disabled && (text === null || [e.innerText, e.ariaLabel].some(t =>
                (t ?? '').trim().split('\n')[0].trim() === text))).at(-1)
        """;

    private readonly ConcurrentQueue<string> _complaints = new();

    /// <summary>What the page has complained of since <see cref="ListenAsync"/>: errors of scripts, on its console, of missing
    /// files.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Keeps what the page complains of from now on.</summary>
    public async Task ListenAsync()
    {
        devtools.Listen(session, (method, said) =>
        {
            var isError = method switch
            {
                "Runtime.exceptionThrown" => true,
                "Runtime.consoleAPICalled" => said.GetProperty("type").GetString() is "error" or "assert",
                "Log.entryAdded" => said.GetProperty("entry").GetProperty("level").GetString() == "error",
                _ => false,
            };
            if (isError)
            {
                _complaints.Enqueue(said.GetRawText());
            }
        });
        await devtools.CallAsync("Runtime.enable", [], session);
        await devtools.CallAsync("Log.enable", [], session);
    }

    /// <summary>Goes to an address.</summary>
    public async Task GoAsync(string address)
    {
        var gone = await devtools.CallAsync("Page.navigate", new JsonObject { ["url"] = address }, session);
        gone.TryGetProperty("errorText", out var error).Should().BeFalse("{0} should open, not fail with {1}", address, error);
    }

    /// <summary>Forgets what pages of an address have stored in the browser, such as how a history is to be shown.</summary>
    public Task ForgetAsync(string origin) => devtools.CallAsync(
        "Storage.clearDataForOrigin", new JsonObject { ["origin"] = origin, ["storageTypes"] = "local_storage" }, session);

    /// <summary>Waits until the page shows all of the texts.</summary>
    public Task SeesAsync(params string[] texts) =>
        UntilAsync($"{Json(texts)}.every(text => document.body.innerText.includes(text))", $"showing {string.Join(" and ", texts)}");

    /// <summary>Waits until the frames of the page, in which it shows Markdown, have all of the texts between them.</summary>
    public Task FrameSeesAsync(params string[] texts) => UntilAsync(
        $"(said => {Json(texts)}.every(text => said.includes(text)))"
            + "([...document.querySelectorAll('iframe')].map(frame => frame.contentDocument?.body?.innerText ?? '').join(' '))",
        $"framing {string.Join(" and ", texts)}");

    /// <summary>Waits until the page no longer shows a text.</summary>
    public Task LosesAsync(string text) => UntilAsync($"!document.body.innerText.includes({Json(text)})", $"no longer showing {text}");

    /// <summary>Waits until the page has a visible element.</summary>
    public Task HasAsync(string selector, string? text = null) =>
        UntilAsync($"({Find})({Json(selector)}, {Json(text)}) !== undefined", $"having {selector} {text}");

    /// <summary>Clicks on an element as soon as it is there and enabled.</summary>
    public Task ClickAsync(string selector, string? text = null) => UntilAsync(
        $"(e => e ? (e.scrollIntoView({{ block: 'center' }}), e.click(), true) : false)(({Find})({Json(selector)}, {Json(text)}))",
            $"letting click {selector} {text}");

    /// <summary>Replaces the text of a field or an editor.</summary>
    public async Task FillAsync(string selector, string value)
    {
        await UntilAsync(
            $$"""
              (e => {
                if (!e) { return false; }
                e.focus();
                if (e.select) { e.select(); } else { getSelection().selectAllChildren(e); }
                return true;
              })(({{Find}})({{Json(selector)}}, null))
              """,
            $"letting fill {selector}");
        await devtools.CallAsync("Input.insertText", new JsonObject { ["text"] = value }, session);
        await UntilAsync(
            $"(e => e && (e.value ?? e.innerText).includes({Json(value)}))(({Find})({Json(selector)}, null))",
                $"holding {value} in {selector}");
    }

    /// <summary>Presses a key where the focus is.</summary>
    public async Task PressEnterAsync()
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            await devtools.CallAsync(
                "Input.dispatchKeyEvent",
                new JsonObject { ["type"] = type, ["key"] = "Enter", ["code"] = "Enter", ["text"] = "\r", ["windowsVirtualKeyCode"] = 13 },
                session);
        }
    }

    /// <summary>The value of an expression.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await devtools.CallAsync(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true }, session);
        return answer.TryGetProperty("exceptionDetails", out var thrown)
            ? throw new InvalidOperationException($"{expression}: {thrown.GetRawText()}")
            : answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>What the page says.</summary>
    public async Task<string> TextAsync() => (await EvaluateAsync("document.body.innerText")).GetString()!;

    /// <summary>Keeps a picture of the page in <c>out/screenshots</c>.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestPaths.RepositoryRoot, "out", "screenshots")).FullName;
        var shot = await devtools.CallAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png" }, session);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), shot.GetProperty("data").GetBytesFromBase64());
    }

    /// <summary>Closes the page.</summary>
    public async ValueTask DisposeAsync() => await devtools.CallAsync("Target.closeTarget", new JsonObject { ["targetId"] = target });

    /// <summary>Waits for a condition; a page that never meets it is kept as a picture and told in words.</summary>
    public async Task UntilAsync(string condition, string about)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Pause))
        {
            if (await IsTrueAsync(condition))
            {
                return;
            }

            if (waited.Elapsed > Limit)
            {
                await PictureAsync($"failed-{DateTime.UtcNow:HHmmssfff}");
                throw new TimeoutException($"The page never got to {about}. It says:\n{await TextAsync()}");
            }
        }
    }

    /// <summary>A page that is being replaced has no answer yet.</summary>
    private async Task<bool> IsTrueAsync(string condition)
    {
        try
        {
            return await EvaluateAsync($"document.body !== null && Boolean({condition})") is { ValueKind: JsonValueKind.True };
        }
        catch (InvalidOperationException replaced) when (replaced.Message.Contains("context", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
