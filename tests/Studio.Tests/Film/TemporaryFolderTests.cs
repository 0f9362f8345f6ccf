using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Tests.Film;

public sealed class TemporaryFolderTests
{
    private const string Mark = ".in-use";

    [Fact]
    public void DeleteAbandoned_FolderOfADeadProcess_GoesAtOnceAndOneInUseStays()
    {
        using var used = new TemporaryFolder();
        var dead = Made("clip.mp4");
        File.WriteAllText(dead + Mark, "");

        TemporaryFolder.DeleteAbandoned().Should().BePositive();

        (Directory.Exists(dead), File.Exists(dead + Mark)).Should().Be((false, false));
        (Directory.Exists(used.Path), File.Exists(used.Path + Mark)).Should().Be((true, true));
    }

    /// <summary>Its owner was killed between the making of the mark and that of the folder.</summary>
    [Fact]
    public void DeleteAbandoned_MarkWithoutAFolder_GoesAtOnce()
    {
        var dead = Made();
        Directory.Delete(dead);
        File.WriteAllText(dead + Mark, "");

        TemporaryFolder.DeleteAbandoned();

        File.Exists(dead + Mark).Should().BeFalse();
    }

    /// <summary>It may be another release's, which is still at work.</summary>
    [Fact]
    public void DeleteAbandoned_FolderWithoutAMark_GoesWhenItIsOld()
    {
        var (young, old) = (Made("clip.mp4"), Made("clip.mp4"));
        Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

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

        (Directory.Exists(folder.Path), File.Exists(folder.Path + Mark)).Should().Be((false, false));
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
