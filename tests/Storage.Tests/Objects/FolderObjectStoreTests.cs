using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Storage.Objects;

namespace TemporalVideo.Storage.Tests.Objects;

/// <summary>What the folder store keeps to beyond the contract: nothing is left of what failed or was killed.</summary>
public sealed class FolderObjectStoreTests : ObjectStoreContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store-test-");
    private readonly IObjectStore _store;

    public FolderObjectStoreTests()
    {
        var services = new ServiceCollection().AddFolderObjectStore();
        services.Configure<FolderObjectStoreOptions>(options => options.Folder = _folder.FullName);
        _store = services.BuildServiceProvider().GetRequiredService<IObjectStore>();
    }

    protected override IObjectStore Store => _store;

    protected override void Dispose(bool disposing) => _folder.Delete(recursive: true);

    [Fact]
    public async Task PutAsync_FailingSource_LeavesTheOldObjectAndNoTrace()
    {
        await _store.PutAsync("k", Bytes("one"), Tags("f1"), default);

        var put = () => _store.PutAsync("k", Path.Combine(_folder.FullName, "missing"), Tags("f2"), default);

        await put.Should().ThrowAsync<FileNotFoundException>();
        (await _store.FindAsync("k", default)).Should().Be(new StoredObject("k", 3, Tags("f1")));
        _folder.GetFiles().Should().ContainSingle();
    }

    [Fact]
    public async Task PutAsync_UnfinishedCopies_DeletesWhatNobodyWrites()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "k.1.unfinished"), "left by a killed process");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "other.1.unfinished"), "of another key");
        await using var held =
            new FileStream(Path.Combine(_folder.FullName, "k.2.unfinished"), FileMode.CreateNew, FileAccess.Write, FileShare.None);

        await _store.PutAsync("k", Bytes("one"), ObjectTags.None, default);

        _folder.GetFiles().Select(file => file.Name).Should().BeEquivalentTo("k", "k.2.unfinished", "other.1.unfinished");
    }

    [Fact]
    public async Task PutAsync_Cancelled_StoresNothing()
    {
        var put = () => _store.PutAsync("k", Bytes("one"), ObjectTags.None, new CancellationToken(canceled: true));

        await put.Should().ThrowAsync<OperationCanceledException>();
        _folder.GetFiles().Should().BeEmpty();
    }

    [Fact]
    public async Task FindAsync_ObjectChangedBehindItsFingerprint_DoesNotTrustTheFingerprint()
    {
        await _store.PutAsync("k", Bytes("one"), Tags("f1"), default);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "k"), "changed");

        (await _store.FindAsync("k", default))!.Tags.Should().Be(ObjectTags.None);
    }

    [Fact]
    public async Task PutAsync_DiedBeforeTheRename_LeavesTheOldObjectWithItsTags()
    {
        await _store.PutAsync("k", Bytes("old"), Tags("f1"), default);
        var before = Path.Combine(_folder.FullName, "before");
        File.Copy(Path.Combine(_folder.FullName, "k"), before);
        File.SetLastWriteTimeUtc(before, File.GetLastWriteTimeUtc(Path.Combine(_folder.FullName, "k")));
        await _store.PutAsync("k", Bytes("new"), Tags("f2"), default);

        File.Move(before, Path.Combine(_folder.FullName, "k"), overwrite: true);

        (await _store.FindAsync("k", default))!.Tags.Should().Be(Tags("f1"));
    }

    [Fact]
    public async Task ListAsync_Prefix_GivesItsKeysInOrderAndNothingUnfinished()
    {
        foreach (var key in new[] { "s/agent2/b", "s/agent2/a", "s/agent2/sub/c", "s/agent20/d", "s/agent4/e" })
        {
            await _store.PutAsync(key, Bytes("x"), Tags("f"), default);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "s", "agent2", "a.0.unfinished"), "half");

        var keys = (await _store.ListAsync("s/agent2/", default)).Select(item => item.Key);

        keys.Should().Equal("s/agent2/a", "s/agent2/b", "s/agent2/sub/c");
    }

    [Fact]
    public async Task DeleteAsync_Twice_RemovesObjectAndFingerprint()
    {
        await _store.PutAsync("k", Bytes("one"), Tags("f1"), default);
        await _store.DeleteAsync("k", default);
        await _store.DeleteAsync("k", default);

        (await _store.FindAsync("k", default)).Should().BeNull();
        _folder.GetFiles("*", SearchOption.AllDirectories).Should().BeEmpty();
    }
}
