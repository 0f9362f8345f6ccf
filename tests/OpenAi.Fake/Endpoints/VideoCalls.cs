using System.Diagnostics;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>Videos: a job that is done when it has been asked for twice.</summary>
internal static class VideoCalls
{
    public static Product Begin(FakeOpenAi fake, FakeRequest request)
    {
        Rules.Known(request, "model", "prompt", "seconds", "size", "input_reference");
        var model = request.Body["model"] is null ? "sora-2" : Rules.Model(request, name => name is "sora-2" or "sora-2-pro");
        var prompt = Rules.Text(request, "prompt", 32000);
        var seconds = int.Parse(Rules.Choice(request, "seconds", "4", "4", "8", "12"));
        var size = model == "sora-2"
            ? Rules.Choice(request, "size", "720x1280", "720x1280", "1280x720")
            : Rules.Choice(request, "size", "720x1280", "720x1280", "1280x720", "1024x1792", "1792x1024");
        Rules.Moderate(fake, prompt);
        var job = fake.Videos.Add(model, seconds, size);
        var (width, height) = (int.Parse(size.Split('x')[0]), int.Parse(size.Split('x')[1]));
        return Product.Json(Of(job, "queued"), model, Prices.OfVideo(model, seconds, width, height));
    }

    public static Product Get(FakeOpenAi fake, FakeRequest request)
    {
        var job = Find(fake, request);
        return Product.Json(Of(job, ++job.Asked < 2 ? "in_progress" : "completed"));
    }

    public static Product List(FakeOpenAi fake) =>
        Product.Json(new { @object = "list", data = fake.Videos.All.Select(job => Of(job, "completed")), has_more = false });

    public static async Task<Product> ContentAsync(FakeOpenAi fake, FakeRequest request)
    {
        var job = Find(fake, request);
        if (job.Asked < 2)
        {
            throw new ApiError(404, null, "Video is not ready yet.");
        }

        var file = Path.Combine(Path.GetTempPath(), $"fake-{Guid.NewGuid():N}.mp4");
        try
        {
            using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg",
            [
                "-v", "error", "-f", "lavfi", "-i", $"testsrc2=size={job.Size}:rate=30:duration={job.Seconds}", "-c:v", "libx264",
                "-preset", "ultrafast", "-pix_fmt", "yuv420p", file,
            ]))!;
            await ffmpeg.WaitForExitAsync();
            return new Product("video/mp4", await File.ReadAllBytesAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static VideoJob Find(FakeOpenAi fake, FakeRequest request) => fake.Videos.Find(request.Id!)
        ?? throw new ApiError(404, "not_found", $"No video with id '{request.Id}'.");

    private static object Of(VideoJob job, string status) => new
    {
        id = job.Id,
        @object = "video",
        model = job.Model,
        status,
        progress = status == "completed" ? 100 : status == "queued" ? 0 : 50,
        created_at = 1_700_000_000,
        size = job.Size,
        seconds = $"{job.Seconds}",
    };
}
