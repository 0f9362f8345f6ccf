using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Tests.Film;

public sealed class TemporaryFolderTests
{
    [Fact]
    public void DeleteAbandoned_FolderOfADeadProcess_GoesAtOnceAndOneInUseStays()
    {
        using var used = new TemporaryFolder();
        var dead = Made(".in-use", "clip.mp4");

        TemporaryFolder.DeleteAbandoned().Should().BePositive();

        Directory.Exists(dead).Should().BeFalse();
        Directory.Exists(used.Path).Should().BeTrue();
    }

    /// <summary>It may be one that is just being made.</summary>
    [Fact]
    public void DeleteAbandoned_FolderWithoutAMark_GoesWhenItIsOld()
    {
        var (young, old) = (Made("clip.mp4"), Made("clip.mp4"));
        Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddMinutes(-5));

        TemporaryFolder.DeleteAbandoned();

        (Directory.Exists(young), Directory.Exists(old)).Should().Be((true, false));
        Directory.Delete(young, recursive: true);
    }

    [Fact]
    public void Dispose_FolderWithFiles_IsGone()
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("clip.mp4"), "x");

        folder.Dispose();

        Directory.Exists(folder.Path).Should().BeFalse();
    }

    private static string Made(params string[] files)
    {
        var folder = Directory.CreateTempSubdirectory("temporalvideo-").FullName;
        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(folder, file), "x");
        }

        return folder;
    }
}
